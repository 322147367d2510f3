"""Lists of topics, a page at a time."""
