"""Trying a text: what the rules of today would do with it, for staff."""
