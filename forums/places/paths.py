"""Addresses of forums and their sections."""

from typing import Any
from urllib.parse import quote

from forums.places.models import ForumKind

JSON = dict[str, Any]


def path_of(forum: JSON, section: JSON | None = None) -> str:
    """The page of a forum, or of one of its sections; rows as `forums.places.service` gives them."""
    return beneath(forum, f"/{section['slug']}" if section else "")


def beneath(forum: JSON, rest: str) -> str:
    """An address beneath a forum's: `rest` is what follows, with its slash."""
    if forum["kind"] == ForumKind.NEIGHBOURHOOD:
        return f"/neighbourhoods/{quote(forum['neighbourhood_id'], safe='')}/forum{rest}"
    return f"/forums/{forum['id']}{rest}"
