"""What a person follows, and how they change it."""
