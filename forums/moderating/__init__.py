"""Topics and replies as moderation sees them: decided about, flagged, kept from writing, and their authors' leaving."""
