"""How many notices somebody has not read yet."""

from collections.abc import Collection

from notices import store

MOST = 100
"""Nobody counts further: from here on it is "99+"."""

_AT_ONCE = 500
"""People in one query: databases take only so many values."""


async def unread_of(person: str) -> int:
    """The number for the mark in the page's head, at most MOST."""
    return await store.unread_count(person, MOST)


async def unread_of_all(people: Collection[str]) -> dict[str, int]:
    """The same for each of many."""
    wanted, found = sorted(people), dict[str, int]()
    for first in range(0, len(wanted), _AT_ONCE):
        found |= await store.unread_counts(wanted[first : first + _AT_ONCE])
    return {person: min(unread, MOST) for person, unread in found.items()}
