"""Holding a room: its mode, and the people in it."""
