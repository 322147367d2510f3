"""Codes that an officer hands out, by which a resident is confirmed as local."""
