"""When somebody is reminded of a date: by the local clock of where it is held, also where clocks change meanwhile."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
SOON = timedelta(minutes=30)
_LEAVES_ALONE = timedelta(hours=2)
"""So near to the start nobody is told any more that it is tomorrow: the other reminder comes."""
NEAR = timedelta(hours=26)
"""The day before at the same local time is 23 to 25 hours away."""


class Moment(StrEnum):
    """Which of the two reminders of a date; its value is the column that says when it was given."""

    DAY = "day_sent_at"
    SOON = "soon_sent_at"


@dataclass(frozen=True)
class Due:
    """A reminder that is to be given from `since` on, and not from `until` on."""

    moment: Moment
    since: datetime
    until: datetime


def dues_of(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> tuple[Due, Due]:
    """Both reminders of a date: the day before at the same local time, and half an hour before. Times are aware."""
    day = Due(Moment.DAY, day_before(starts_at, zone), starts_at - _LEAVES_ALONE)
    return day, Due(Moment.SOON, starts_at - SOON, min(ends_at, starts_at + SOON))


def day_before(starts_at: datetime, zone: ZoneInfo) -> datetime:
    """The moment (UTC) of the same local time a day earlier.

    A time that the spring change skips means as long after the change; one that the autumn change repeats the first.
    """
    local = starts_at.astimezone(zone).replace(tzinfo=None) - _DAY
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)
