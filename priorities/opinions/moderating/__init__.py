"""Statements, as moderation sees them."""
