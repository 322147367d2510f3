"""Priorities that a force publishes at data.police.uk, brought in from its files."""
