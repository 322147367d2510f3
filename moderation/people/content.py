"""A name or a picture, as moderation sees any thing."""

import zlib
from collections.abc import Mapping
from typing import Any, Final

from accounts.avatars.drawing import choice_of
from accounts.avatars.faces import ALL
from accounts.avatars.shown import default_of
from foundation.permissions import ENROLLED
from moderation.content import Content, State
from moderation.people.ports import Place

JSON = dict[str, Any]
NAME: Final = "person"
AVATAR: Final = "avatar"


def is_recorded(role: str) -> bool:
    """Whether somebody is shown as a force's record has it: nobody takes that name down in the queue."""
    return role in ENROLLED


def name_of(row: Mapping[str, Any], place: Place | None, otherwise: str) -> Content:
    """A row of `accounts.withheld` as its name; what was taken away is what a decision is about."""
    withheld = row["name_refused"]
    state = State.HIDDEN if withheld is not None else State.PUBLISHED
    return _content(NAME, row, place, otherwise, body=row["name"] if withheld is None else withheld, state=state)


def avatar_of(row: Mapping[str, Any], place: Place | None, otherwise: str) -> Content:
    """The same of its picture; its words are the name of the drawing."""
    taken = row["avatar"] is None and row["avatar_refused"] is not None
    drawn = row["avatar_refused"] if taken else row["avatar"] or default_of(row["id"]).name
    return _content(AVATAR, row, place, otherwise, body=drawn, state=State.HIDDEN if taken else State.PUBLISHED)


def described(avatar: str) -> str:
    """What a drawing shows, in words."""
    choice = choice_of(avatar)
    return str(ALL[choice.face]) if choice else avatar


def _content(type_: str, row: Mapping[str, Any], place: Place | None, otherwise: str, **more: Any) -> Content:
    """In the force where it was read last; else in that of their home; else in `otherwise`."""
    home = row["force_id"] if row["role"] in ENROLLED else row["home_force"]
    closed = row["closed_at"] is not None
    return Content(
        type=type_,
        id=row["id"],
        revision=revision_of(more["body"]),
        state=State.GONE if closed else more["state"],
        author_id=row["id"],
        force_id=place.force_id if place else home or otherwise,
        neighbourhood_id=place.neighbourhood_id if place else row["home_id"],
        body=more["body"],
        at=row["created_at"],
        path=place.path if place else "",
        place_type=place.type if place else None,
        place_id=place.id if place else None,
        place_name=place.name if place else "",
        live=bool(place and place.live),
        reach=place.reach if place else 0,
    )


def revision_of(words: str) -> int:
    """Names and pictures have no count of their changes: which one it was follows from what it says."""
    return zlib.crc32(words.encode()) & 0x7FFFFFFF
