"""New people, and how they become known."""
