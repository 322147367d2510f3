"""What an item is about: how urgent that is, and whether it is hard to read."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What was found or said against a thing, the most urgent first."""

    EMERGENCY = "emergency"
    DANGER = "danger"
    CHILD = "child"
    GROOMING = "grooming"
    THREAT = "threat"
    SEALED = "sealed"
    ABOUT_ME = "about_me"
    NAMES = "names"
    PERSONAL_DATA = "personal_data"
    ABUSE = "abuse"
    LINK = "link"
    FLOOD = "flood"
    NEWCOMER = "newcomer"
    PREMODERATED = "premoderated"
    OTHER = "other"


RANK: Final = {kind: rank for rank, kind in enumerate(Kind)}
DISTRESSING: Final = frozenset({Kind.CHILD, Kind.GROOMING, Kind.THREAT, Kind.SEALED, Kind.ABUSE, Kind.DANGER})
"""Marked before they are opened, and counted: nobody reads these all day."""

_AT_ONCE = frozenset({Kind.EMERGENCY, Kind.DANGER, Kind.CHILD, Kind.GROOMING})
_SOON = frozenset({Kind.SEALED, Kind.ABOUT_ME, Kind.NAMES, Kind.PERSONAL_DATA, Kind.THREAT})


def most_urgent(kinds: Iterable[str]) -> Kind:
    """The most urgent of some kinds."""
    return min((Kind(kind) for kind in kinds), key=RANK.__getitem__, default=Kind.OTHER)


def time_to_decide(kind: Kind, *, live: bool) -> timedelta:
    """How long a decision may take: while people are together, a danger two minutes; personal data a quarter of an
    hour, everything else a day.
    """
    if kind in _AT_ONCE:
        return timedelta(minutes=2 if live else 15)
    return timedelta(minutes=15) if kind in _SOON else timedelta(hours=24)
