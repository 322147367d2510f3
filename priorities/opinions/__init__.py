"""Statements, and the groups that opinions about them form."""
