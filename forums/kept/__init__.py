"""Pages of forums as they were drawn, kept for readers who are signed out, as long as nothing in them changed."""
