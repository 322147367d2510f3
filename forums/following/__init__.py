"""What a person follows, and how far they have read."""
