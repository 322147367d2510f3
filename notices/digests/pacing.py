"""How often and when somebody is told what can wait: pure arithmetic on the force's clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Self

WEEKLY_ON = 0
"""A weekly digest comes on Mondays."""
MOST_MAILS = 50
_DAY = timedelta(days=1)


class Every(StrEnum):
    """How often a digest comes."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


@dataclass(frozen=True)
class Pacing:
    """A person's choice; without any arguments it is the house's own rule.

    `hour` is that of the digest; nothing that can wait leaves from the minute of the day `quiet_from` until `quiet_to`,
    where they are given; `mails_a_day` is how many mails that can wait leave at most.
    """

    every: Every = Every.DAILY
    hour: int = 18
    quiet_from: int | None = None
    quiet_to: int | None = None
    mails_a_day: int = 5

    @classmethod
    def of(cls, row: Mapping[str, Any] | None) -> Self:
        """From its row; None: the house's own."""
        if row is None:
            return cls()
        return cls(Every(row["every"]), row["hour"], row["quiet_from"], row["quiet_to"], row["mails_a_day"])

    def next_digest(self, now: datetime) -> datetime:
        """When the next one is due (UTC) after `now` (local): in no quiet hours."""
        due = _at(now, time(self.hour))
        while due <= now or (self.every is Every.WEEKLY and due.weekday() != WEEKLY_ON):
            due = _at(due + _DAY, time(self.hour))
        return (self.quiet_until(due) or due).astimezone(UTC)

    def hour_after(self, now: datetime, days: int) -> datetime:
        """The digest's hour so many days after `now` (local)."""
        return _at(now + days * _DAY, time(self.hour))

    def quiet_until(self, now: datetime) -> datetime | None:
        """When the quiet hours end (UTC) in which `now` (local) is; None where it is in none."""
        if self.quiet_from is None or self.quiet_to is None or self.quiet_from == self.quiet_to:
            return None
        minute = now.hour * 60 + now.minute
        over_midnight = self.quiet_from > self.quiet_to
        if over_midnight:
            quiet = minute >= self.quiet_from or minute < self.quiet_to
        else:
            quiet = self.quiet_from <= minute < self.quiet_to
        if not quiet:
            return None
        ends_on = now + _DAY if over_midnight and minute >= self.quiet_from else now
        end = _at(ends_on, time(*divmod(self.quiet_to, 60)))
        if end.astimezone(UTC) <= now.astimezone(UTC):
            # In October the clock shows that time twice, and this is the second hour.
            end = end.replace(fold=1)
        return end.astimezone(UTC)


def _at(day: datetime, moment: time) -> datetime:
    """That time of the clock on the day, whatever the day before did to the clocks."""
    return datetime.combine(day.date(), moment, day.tzinfo)
