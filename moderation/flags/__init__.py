"""Flags: anybody points a moderator to something."""
