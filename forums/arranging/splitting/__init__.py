"""A topic of its own for some replies of another."""
