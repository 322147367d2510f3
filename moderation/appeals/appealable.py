"""Which decisions their author may appeal against, and until when."""

from datetime import datetime, timedelta
from typing import Any, Final

from foundation import clock
from moderation.decisions.ruling import KEEPING_OUT, TAKING_DOWN, Action

JSON = dict[str, Any]
DAYS: Final = 20
AGAINST: Final = TAKING_DOWN | {Action.WARN, Action.EDIT, *KEEPING_OUT}
"""Decisions that took something from somebody."""


def appealable_until(decision: JSON) -> datetime:
    """When it is too late to appeal against a decision."""
    taken: datetime = decision["at"]
    return taken + timedelta(days=DAYS)


def may_appeal(decision: JSON, appeal: JSON | None, successor: JSON | None) -> bool:
    """Whether a decision's author may still appeal: once, and only against what stands."""
    stands = decision["action"] in AGAINST and successor is None
    return stands and appeal is None and clock.now() <= appealable_until(decision)
