"""Changing or taking back one's own proposal, and what it said before."""
