"""Proposals as moderation sees them: decided about, flagged, and their authors' leaving."""
