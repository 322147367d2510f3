"""When drills are: once in each week, in waking hours, at a time that only the server knows."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from moderation.drills.timing import is_due, time_of_drill, week_of

LONDON = ZoneInfo("Europe/London")
DAYS = st.dates(date(2026, 1, 1), date(2036, 12, 31))


@given(st.text(min_size=1, max_size=20), DAYS)
def test_a_drill_is_in_waking_hours_on_the_clock_of_the_force(force: str, day: date) -> None:
    begins = time_of_drill("secret", force, day, LONDON)
    if begins is not None:
        local = begins.astimezone(LONDON)
        assert local.date() == day
        assert 8 <= local.hour < 22


@given(st.text(min_size=1, max_size=20), DAYS)
def test_each_week_has_a_day_and_those_after_it_for_a_server_that_was_away(force: str, day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    times = [time_of_drill("secret", force, monday + timedelta(days=number), LONDON) for number in range(7)]
    assert times[-1] is not None
    first = next(number for number, begins in enumerate(times) if begins)
    assert all(times[first:])
    assert not any(times[:first])


def test_days_and_hours_differ_between_weeks_and_forces_and_secrets() -> None:
    days = [date(2026, 1, 4) + timedelta(weeks=number) for number in range(60)]
    times = {(begins.hour, begins.minute) for day in days if (begins := time_of_drill("secret", "a", day, LONDON))}
    assert len(times) > 40
    assert time_of_drill("secret", "a", days[0], LONDON) != time_of_drill("secret", "b", days[0], LONDON)
    assert time_of_drill("secret", "a", days[0], LONDON) != time_of_drill("another", "a", days[0], LONDON)


@given(DAYS)
def test_it_is_due_for_half_an_hour(day: date) -> None:
    begins = time_of_drill("secret", "a", day, LONDON)
    if begins is not None:
        moments = [
            begins - timedelta(seconds=1),
            begins,
            begins + timedelta(minutes=29),
            begins + timedelta(minutes=30),
        ]
        assert [is_due("secret", "a", moment, LONDON) for moment in moments] == [False, True, True, False]


def test_a_week_is_that_of_the_calendar() -> None:
    assert [week_of(date(2026, 12, 31)), week_of(date(2027, 1, 3)), week_of(date(2027, 1, 4))] == [
        "2026-W53", "2026-W53", "2027-W01",
    ]  # fmt: skip
    assert datetime(2026, 11, 22, tzinfo=UTC).isocalendar().week == 47
