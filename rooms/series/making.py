"""Which dates of a series are to be there now."""

from datetime import date, timedelta
from itertools import islice
from typing import Any

from foundation import clock
from rooms.series.dates import FURTHEST, Date, Repetition, dates_between

JSON = dict[str, Any]
_AHEAD = timedelta(weeks=26)
_AT_LEAST = 2


def made_until() -> date:
    """The day up to which dates are made: as far as people plan, and calendars look."""
    return (clock.now() + _AHEAD).date()


def coming_dates(repetition: Repetition, until: date) -> list[Date]:
    """The dates that are to be there now: up to a day, and the next few, within two years, where they are rarer."""
    now = clock.now()
    near = list(dates_between(repetition, now, until))
    if len(near) >= _AT_LEAST:
        return near
    return list(islice(dates_between(repetition, now, (now + FURTHEST).date()), _AT_LEAST))


def repetition_of(series: JSON) -> Repetition:
    """What repeats, from a series' columns."""
    return Repetition.stored(series["rule"], series["local_start"], series["minutes"], series["time_zone"])


def is_moved(series: JSON, repetition: Repetition) -> bool:
    """Whether dates of a series would be at other times than its columns say."""
    before = repetition_of(series)
    same_time = before.local_start.time() == repetition.local_start.time()
    return not (same_time and before.rule == repetition.rule and before.minutes == repetition.minutes)
