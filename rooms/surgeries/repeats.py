"""What repeats in a list of surgeries: each week's date of the same would leave no room for the others."""

from collections.abc import Sequence
from typing import Any

JSON = dict[str, Any]

LOOKED_AT = 40
"""How many surgeries are read for a list that shows a few of them."""


def without_repeats(surgeries: Sequence[JSON]) -> list[JSON]:
    """The surgeries as they come, of a series only the one that is open and the next date."""
    known: set[tuple[str, str]] = set()
    firsts = []
    for surgery in surgeries:
        which = (surgery["series"] or surgery["id"], surgery["status"])
        if which not in known:
            firsts.append(surgery)
        known.add(which)
    return firsts
