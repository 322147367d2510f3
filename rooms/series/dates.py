"""The dates of a series with their times."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from rooms.series.expansion import dates_of
from rooms.series.rules import parse_rule
from rooms.surgeries.plans import Plan
from rooms.surgeries.times import LOCAL_FORM

FURTHEST = timedelta(days=2 * 366)
"""A rule is never looked at beyond this from today."""


@dataclass(frozen=True)
class Repetition:
    """What repeats: a rule, the local start of the first (naive), how long each lasts, and in which zone."""

    rule: str
    local_start: datetime
    minutes: int
    zone: ZoneInfo

    @classmethod
    def stored(cls, rule: str, local_start: str, minutes: int, time_zone: str) -> "Repetition":
        """As a series' columns have it."""
        return cls(rule, datetime.strptime(local_start, LOCAL_FORM), minutes, ZoneInfo(time_zone))

    @classmethod
    def of(cls, plan: Plan, rule: str, zone: ZoneInfo) -> "Repetition":
        """What repeats by a rule from a plan of the first date."""
        local = plan.starts_at.astimezone(zone).replace(tzinfo=None)
        return cls(rule, local, round((plan.ends_at - plan.starts_at).total_seconds() / 60), zone)


@dataclass(frozen=True)
class Date:
    """One date: the local day of its rule, which stays its name when it is moved, and its moments (UTC)."""

    day: date
    starts_at: datetime
    ends_at: datetime


def dates_between(repetition: Repetition, now: datetime, until: date) -> Iterator[Date]:
    """The dates that are not over, up to a local day, and never beyond FURTHEST from now."""
    horizon = min(until, (now + FURTHEST).astimezone(repetition.zone).date())
    first = repetition.local_start
    for day in dates_of(parse_rule(repetition.rule), first.date(), horizon):
        starts = moment_in_series(datetime.combine(day, first.time()), repetition.zone)
        date_ = Date(day, starts, starts + timedelta(minutes=repetition.minutes))
        if date_.ends_at > now:
            yield date_


def moment_in_series(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment (UTC) of a local time (naive) that a rule gives.

    One that the spring change skips begins later by what the clocks went forward (RFC 5545, 3.3.5); one that the autumn
    change repeats means the first.
    """
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)
