"""When the phases of a round begin where nobody says otherwise: a quarter of a year, of whole weeks."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate, pairwise
from typing import Final
from zoneinfo import ZoneInfo

from foundation import clock
from priorities.rounds.local_times import HOUR, from_the_wall, on_the_wall
from priorities.rounds.plans import DATES

DAYS: Final = (14, 7, 14, 7, 42, 7)
"""How long gather, shape, vote, agree, act and review are: thirteen weeks."""


def dates_from(first: date, days: Sequence[int], zone: ZoneInfo, hours: Sequence[str] = ()) -> Mapping[str, datetime]:
    """Every date of a round that begins on a day; `days` are its phases’ lengths, `hours` the times of day when they
    begin (`09:00`), and when the round ends: in the morning, where none are given."""
    begun = [first + timedelta(days=past) for past in accumulate(days, initial=0)]
    at = [time.fromisoformat(each) for each in hours] or [HOUR] * len(DATES)
    return {
        name: from_the_wall(datetime.combine(day, hour), zone) for name, day, hour in zip(DATES, begun, at, strict=True)
    }


def days_of(dates: Mapping[str, datetime], zone: ZoneInfo) -> list[int]:
    """The lengths of its phases in days of the calendar: none for one that ends on the day on which it begins."""
    local = [on_the_wall(dates[name], zone).date() for name in DATES]
    return [(after - before).days for before, after in pairwise(local)]


def hours_of(dates: Mapping[str, datetime], zone: ZoneInfo) -> list[str]:
    """The times of day on which its dates are."""
    return [on_the_wall(dates[name], zone).strftime("%H:%M") for name in DATES]


def next_morning(zone: ZoneInfo) -> date:
    """The day on which a round begins unless somebody says otherwise: tomorrow."""
    return clock.today_in(zone) + timedelta(days=1)
