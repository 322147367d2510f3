"""VTIMEZONE: when the clocks of a zone change, for calendars that have never heard of it.

Written from the zone's own changes and not by icalendar's `Timezone.from_tzid`, which puts the begin of summer time an
hour late: DTSTART is the local time of before the change (RFC 5545, 3.6.5).
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def vtimezone(name: str, first: int, last: int) -> bytes:
    """The component for a zone, right from the first of January of a year to the end of another."""
    zone = ZoneInfo(name)
    made = Timezone()
    made.add("TZID", name)
    begin = datetime(first, 1, 1, tzinfo=UTC)
    made.add_component(_phase(zone, begin, begin))
    for change in _changes(zone, begin, datetime(last + 1, 1, 1, tzinfo=UTC)):
        made.add_component(_phase(zone, change - timedelta(seconds=1), change))
    return bytes(made.to_ical())


def _phase(zone: ZoneInfo, before: datetime, at: datetime) -> Component:
    """What holds from `at` on; `before` is a moment that still had the old offset."""
    old, new = before.astimezone(zone), at.astimezone(zone)
    phase = TimezoneDaylight() if new.dst() else TimezoneStandard()
    offset = old.utcoffset() or timedelta()
    phase.add("DTSTART", (at + offset).replace(tzinfo=None))
    phase.add("TZOFFSETFROM", offset)
    phase.add("TZOFFSETTO", new.utcoffset() or timedelta())
    phase.add("TZNAME", new.tzname() or zone.key)
    return phase


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The moments (UTC, to the second) at which the zone's offset changes."""
    day = begin
    while day < end:
        if _offset(zone, day) != _offset(zone, day + _DAY):
            yield _change_within(zone, day, day + _DAY)
        day += _DAY


def _change_within(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        low, high = (middle, high) if _offset(zone, middle) == _offset(zone, low) else (low, middle)
    return high


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()
