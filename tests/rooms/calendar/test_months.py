"""The grid of a month."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from rooms.calendar.months import Month, asked_month, month_of, weeks_of

LONDON = ZoneInfo("Europe/London")
days = st.dates(date(2020, 1, 1), date(2099, 12, 31))


@given(day=days)
def test_each_month_is_whole_weeks_from_monday_to_sunday_with_every_day_once(day: date) -> None:
    weeks = weeks_of(month_of(day), [], day, LONDON)
    grid = [each for week in weeks for each in week]
    assert all(len(week) == 7 for week in weeks)
    assert [each.date.weekday() for each in grid] == list(range(7)) * len(weeks)
    assert all(after.date - before.date == timedelta(days=1) for before, after in pairwise(grid))
    inside = [each.date for each in grid if each.inside]
    assert inside[0].day == 1
    assert (inside[-1] + timedelta(days=1)).day == 1
    assert [each.date for each in grid if each.today] == [day]


@given(day=days)
def test_the_month_before_the_next_month_is_this_month(day: date) -> None:
    month = month_of(day)
    assert month.after is None or month.after.before == month
    assert month.before is None or month.before.after == month
    assert asked_month(month.name, date(2026, 11, 22)) == month


def test_what_is_no_month_asks_for_this_one() -> None:
    today = date(2026, 11, 22)
    for wrong in ("", "2026-13", "2026-00", "1999-01", "9999-01", "2026-1", "²026-11", "2026-11-01", "x"):
        assert asked_month(wrong, today) == Month(date(2026, 11, 1)), wrong


def test_an_evening_in_summer_stands_on_its_local_day() -> None:
    """23:30 UTC in July is half past midnight on the wall."""
    late = {"starts": datetime(2026, 7, 9, 23, 30, tzinfo=UTC)}
    [on] = [
        day for week in weeks_of(Month(date(2026, 7, 1)), [late], date(2026, 7, 1), LONDON) for day in week if day.dates
    ]
    assert on.date == date(2026, 7, 10)
