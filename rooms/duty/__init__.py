"""Hosts on duty: the words in a room's header, and the shifts that a room begins and ends."""
