"""Keeping rounds: their dates, phases, templates and followers."""
