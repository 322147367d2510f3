"""VTIMEZONE: a calendar that knows nothing of a zone finds the same moments with it as we do."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Component

from rooms.calendar.vtimezones import vtimezone


def _onsets(name: str) -> list[tuple[datetime, timedelta, timedelta]]:
    """Each phase: when it begins in UTC, and the offsets before and after, as a strict reader computes them."""
    [zone] = Component.from_ical(vtimezone(name, 2025, 2028).decode(), multiple=True)
    found = []
    for phase in zone.subcomponents:
        before, after = phase.decoded("TZOFFSETFROM"), phase.decoded("TZOFFSETTO")
        found.append(((phase.decoded("DTSTART") - before).replace(tzinfo=UTC), before, after))
    return sorted(found)


@pytest.mark.parametrize("name", ["Europe/London", "Europe/Dublin", "America/New_York", "Asia/Kolkata", "UTC"])
def test_every_change_of_the_clocks_begins_at_its_very_second(name: str) -> None:
    zone = ZoneInfo(name)
    onsets = _onsets(name)
    moment = datetime(2025, 1, 1, tzinfo=UTC)
    while moment < datetime(2029, 1, 1, tzinfo=UTC):
        current = [after for begin, _before, after in onsets if begin <= moment][-1]
        assert current == moment.astimezone(zone).utcoffset(), moment
        moment += timedelta(minutes=30)
    for begin, before, _after in onsets[1:]:
        assert (begin - timedelta(seconds=1)).astimezone(zone).utcoffset() == before


def test_london_changes_at_one_in_universal_time() -> None:
    spring, autumn = [begin for begin, _before, _after in _onsets("Europe/London") if begin.year == 2026]
    assert spring == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert autumn == datetime(2026, 10, 25, 1, tzinfo=UTC)


def test_a_calendar_takes_it() -> None:
    text = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        + vtimezone("Europe/London", 2025, 2028)
        + b"END:VCALENDAR\r\n"
    )
    [zone] = Calendar.from_ical(text).timezones
    read = zone.to_tz()
    assert datetime(2026, 7, 1, 12, tzinfo=read).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 12, 1, 12, tzinfo=read).utcoffset() == timedelta()
