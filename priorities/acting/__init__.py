"""Priorities that were adopted, and what is done about them."""
