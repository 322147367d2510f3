"""How many notices somebody has not read yet."""

from notices import store

MOST = 100
"""Nobody counts further: from here on it is "99+"."""


async def unread_of(person: str) -> int:
    """The number for the mark in the page's head, at most MOST."""
    return await store.unread_count(person, MOST)
