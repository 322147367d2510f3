"""Numbered slips of paper."""
