"""Searching all that features let be found: one page and one call."""
