"""Counting a published file again. Nothing here needs more than Python’s standard library, nor a server."""
