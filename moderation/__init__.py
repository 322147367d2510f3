"""Moderation: screening, flags, decisions, the community rules. Never imports what it moderates."""
