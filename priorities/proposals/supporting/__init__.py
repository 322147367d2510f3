"""Supporting a proposal of others, and thinking better of it."""
