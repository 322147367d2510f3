"""Waiting for a word alone: tickets, places, calling the next."""
