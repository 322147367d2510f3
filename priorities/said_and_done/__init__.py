"""You said, we did: what neighbours wanted, what was done, and what they say came of it."""
