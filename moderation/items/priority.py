"""Which item comes first: 0 is the most urgent, as with priorities elsewhere in policing."""

from typing import Final

from moderation.flags.weights import NEW
from moderation.items.kinds import RANK, Kind

BAND: Final = 100
"""Priorities of one kind: the first kind has 0 to 99, the next 100 to 199."""
_MOST_FOR_FLAGS, _MOST_FOR_REACH, _LIVE = 50, 29, 20


def priority(kind: Kind, *, weight: int, reach: int, live: bool) -> int:
    """By kind first: a hundred abusive lines do not come before one child in danger.

    Among equals by the flags (`weight`, in hundredths: ten points for each flag of somebody without a record, five such
    flags are all that count), by how many read it (three points each time that their number doubles), and by whether
    people are there together now. Lower comes first.
    """
    flagged = min(_MOST_FOR_FLAGS, 10 * weight // NEW)
    read = min(_MOST_FOR_REACH, reach.bit_length() * 3)
    return RANK[kind] * BAND + BAND - 1 - flagged - read - (_LIVE if live else 0)
