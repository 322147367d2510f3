"""The printed sheet of a meeting, and what was ticked on it."""
