"""Decisions: what is done about a thing or a person, and why."""
