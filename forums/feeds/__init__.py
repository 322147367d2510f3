"""Atom feeds of forums, sections and topics."""
