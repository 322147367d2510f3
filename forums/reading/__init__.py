"""Reading a topic: its page, its permalinks, its JSON."""
