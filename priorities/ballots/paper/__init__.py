"""Numbered slips of paper: printed, given out against the list of who has voted, and read twice."""
