"""Keeping somebody from writing in a forum, or out of it."""
