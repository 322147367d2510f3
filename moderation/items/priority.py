"""Which item comes first: 0 is the most urgent, as with priorities elsewhere in policing."""

from moderation.items.kinds import RANK, Kind

_STEPS = 100
_FLAG = 100
"""The weight of one flag by somebody with no record: see `moderation.flags`."""


def priority(kind: Kind, *, weight: int, reach: int, live: bool) -> int:
    """By kind first; among equals by the flags (`weight`, in hundredths), by how many read it, and by whether people
    are there together now. Lower comes first.
    """
    flagged = min(50, 10 * weight // _FLAG)
    read = min(29, reach.bit_length() * 3)
    return RANK[kind] * _STEPS + _STEPS - 1 - flagged - read - (20 if live else 0)
