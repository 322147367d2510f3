"""Open pages of forums hear of what is new, and draw it."""
