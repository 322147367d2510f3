"""Proposing what the police should work on: checked, screened, written down once."""
