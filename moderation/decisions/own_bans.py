"""How being removed for good stands, as the person whom it is about reads it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from foundation import clock
from moderation.decisions.models import Ban

JSON = dict[str, Any]


class BanState(StrEnum):
    """Whether it waits for a second person, stands for good, or is over."""

    WAITS = "waits"
    STANDS = "stands"
    OVER = "over"


async def ban_that_came_of(decision: str) -> tuple[BanState, datetime | None] | None:
    """The ban of a decision, and when it ends by itself while nobody confirms it; None where there is none."""
    ban: JSON | None = await Ban.filter(decision_id=decision).order_by("-id").first().values()
    if ban is None:
        return None
    ends = ban["ends_unless_confirmed_at"]
    if ban["ended_at"] or (ban["until"] and ban["until"] <= clock.now()):
        return BanState.OVER, None
    if ban["confirmed_at"]:
        return BanState.STANDS, ban["until"]
    return (BanState.OVER, None) if ends and ends <= clock.now() else (BanState.WAITS, ends)
