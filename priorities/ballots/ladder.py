"""Tiers as a ladder: who is known better than a round asks for may always vote in it."""

from typing import Any, Final

from priorities.round_rows import tiers_of
from priorities.tiers import TIERS

JSON = dict[str, Any]
AT_THE_DOOR: Final = TIERS[-1]
"""The tier of who has no account, and whose name and address an officer knows."""


def lowest_tier(row: JSON) -> str:
    """The least that a round (its row) asks for: what it names beside that is known better anyway."""
    named = tiers_of(row)
    return next(tier for tier in TIERS if tier in named)


def tiers_that_vote(row: JSON) -> tuple[str, ...]:
    """That tier, and every one above it."""
    return TIERS[TIERS.index(lowest_tier(row)) :]
