"""Putting two proposals together, where each supporter says whether their support goes along."""
