"""Keeping somebody from writing in the priorities of a neighbourhood."""
