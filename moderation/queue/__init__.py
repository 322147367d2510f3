"""The queue: where moderators work."""
