"""Shifts of officers, the three words that change with them, and who checks the words."""
