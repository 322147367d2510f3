"""What one flag counts, by how often moderators agreed with whoever made it.

A flagger is taken for somebody who is right four times in five until their record says otherwise: five flags that
nobody saw, four of them right, are counted with theirs (a Beta(4, 1) prior). The weight is their share of right ones,
in hundredths of that of somebody without a record: new 100, ten of ten right 116, four of four wrong 55, twenty wrong
20. A guest without a record counts half, for a guest can be anybody again and again.
"""

from typing import Final

_RIGHT, _SEEN = 4, 5
NEW: Final = 100
"""The weight of a flag by a resident or officer with no record."""
GUEST: Final = 50
LEAST: Final = 10
"""Of who is hardly ever right, and of who was muted: their flag is read after all others of its kind, but read."""


def weight_of(upheld: int, refused: int, *, guest: bool = False, muted: bool = False) -> int:
    """In hundredths, from LEAST to 125."""
    if muted:
        return LEAST
    weight = NEW * (upheld + _RIGHT) * _SEEN // ((upheld + refused + _SEEN) * _RIGHT)
    # What moderators agreed with counts for a guest too: after some of these they are somebody.
    share = GUEST + min(upheld, _RIGHT) * (NEW - GUEST) // _RIGHT if guest else NEW
    return max(LEAST, weight * share // NEW)
