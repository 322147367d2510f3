"""Paging: somebody is called at once, because it may be an emergency."""
