"""Repetition: the same words again and again, by one person or by many."""
