"""When the phases of a round begin where nobody says otherwise: a quarter of a year, of whole weeks."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from foundation import clock
from priorities.rounds.local_times import at_nine
from priorities.rounds.plans import DATES

DAYS: Final = (14, 7, 14, 7, 42, 7)
"""How long gather, shape, vote, agree, act and review are: thirteen weeks."""


def dates_from(first: date, days: Sequence[int], zone: ZoneInfo) -> Mapping[str, datetime]:
    """Every date of a round that begins on a day; `days` are its phases’ lengths."""
    day, dates = first, {DATES[0]: at_nine(first, zone)}
    for name, length in zip(DATES[1:], days, strict=True):
        day += timedelta(days=length)
        dates[name] = at_nine(day, zone)
    return dates


def days_of(dates: Mapping[str, datetime], zone: ZoneInfo) -> list[int]:
    """The lengths of its phases in whole days, each of them one at least."""
    local = [dates[name].astimezone(zone).date() for name in DATES]
    return [max(1, (after - before).days) for before, after in pairwise(local)]


def next_morning(zone: ZoneInfo) -> date:
    """The day on which a round begins unless somebody says otherwise: tomorrow."""
    return clock.today_in(zone) + timedelta(days=1)
