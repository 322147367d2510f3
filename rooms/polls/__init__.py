"""Polls of the moment: a show of hands in a room, with live bars, closed into its log."""
