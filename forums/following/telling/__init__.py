"""Telling followers of a reply, right after it is shown, and taking that back."""
