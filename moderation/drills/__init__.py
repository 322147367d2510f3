"""Drills: once a week, how long it takes until a person looks."""
