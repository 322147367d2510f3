"""When people are asked: shortly before and at the beginning, and for some days after the close."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Any

from foundation import clock
from rooms.models import Status

BEFORE_START = timedelta(minutes=15)
AFTER_OPENING = timedelta(minutes=15)
AFTER_CLOSE = timedelta(days=3)


class Moment(StrEnum):
    BEFORE = "before"
    AFTER = "after"


def moment_now(status: str, times: Mapping[str, Any]) -> Moment | None:
    """At which moment a room is now, by its `status` and times; None where nobody is asked."""
    now = clock.now()
    if status == Status.SCHEDULED and now >= times["surgery__starts_at"] - BEFORE_START:
        return Moment.BEFORE
    if status == Status.OPEN and now <= times["opened_at"] + AFTER_OPENING:
        return Moment.BEFORE
    if status == Status.CLOSED and now <= times["closed_at"] + AFTER_CLOSE:
        return Moment.AFTER
    return None


def is_over(moment: Moment, status: str, times: Mapping[str, Any]) -> bool:
    """Whether no more answers of this moment can come in."""
    if status != Status.CLOSED:
        return False
    return moment is Moment.BEFORE or clock.now() > times["closed_at"] + AFTER_CLOSE
