"""Polls of the moment: a show of hands in a room."""
