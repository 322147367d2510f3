"""Taking one's account away, and closing it."""
