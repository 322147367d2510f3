"""How long evidence is kept, by what it is about. docs/evidence.md has the same table, and why."""

from datetime import datetime, timedelta
from typing import Final

from moderation.items.kinds import Kind

_YEAR = timedelta(days=365)

YEARS: Final = {
    Kind.EMERGENCY: 7,
    Kind.DANGER: 7,
    Kind.CHILD: 7,
    Kind.GROOMING: 7,
    Kind.THREAT: 7,
    Kind.SEALED: 7,
    Kind.ABOUT_ME: 2,
    Kind.NAMES: 2,
    Kind.PERSONAL_DATA: 2,
    Kind.ABUSE: 2,
    Kind.LINK: 1,
    Kind.FLOOD: 1,
    Kind.NEWCOMER: 1,
    Kind.PREMODERATED: 1,
    Kind.OTHER: 1,
}
"""Whole years from the day it was kept: what may become a prosecution, what may become a complaint, and the rest."""

TELLING_COULD_HARM: Final = tuple(kind.value for kind, years in YEARS.items() if years == max(YEARS.values()))
"""Kinds whose evidence is not in the file that somebody takes away: telling of it could undo an enquiry."""


def retained_until(kind: str, taken_at: datetime) -> datetime:
    """When evidence of this kind may be emptied; what is of no known kind is kept as the rest is."""
    known = Kind(kind) if kind in tuple(Kind) else Kind.OTHER
    return taken_at + YEARS[known] * _YEAR
