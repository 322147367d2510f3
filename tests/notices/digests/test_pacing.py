"""When a digest is due and quiet hours end, on a clock that is put forward and back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.digests.pacing import WEEKLY_ON, Every, Pacing

LONDON = ZoneInfo("Europe/London")
moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)).map(
    lambda moment: moment.astimezone(LONDON)
)
minutes = st.integers(0, 24 * 60 - 1)


@given(moments, st.integers(0, 23), st.sampled_from([Every.DAILY, Every.WEEKLY]))
def test_a_digest_is_due_at_its_hour_soon(now: datetime, hour: int, every: Every):
    due = Pacing(every, hour).next_digest(now)
    shown = due.astimezone(LONDON)
    days = 1 if every is Every.DAILY else 7
    assert now < due <= now + timedelta(days=days, hours=1)
    assert shown.minute == 0
    # An hour that the clock leaves out in spring is the one after it.
    assert shown.hour in (hour, hour + 1 if hour == 1 else hour)
    assert every is Every.DAILY or shown.weekday() == WEEKLY_ON


@given(moments, minutes, minutes)
def test_quiet_hours_end_within_a_day_and_outside_themselves(now: datetime, begins: int, ends: int):
    pacing = Pacing(quiet_from=begins, quiet_to=ends)
    end = pacing.quiet_until(now)
    if end is None:
        return
    assert now.astimezone(UTC) < end <= now + timedelta(days=1, hours=1)
    shown = end.astimezone(LONDON)
    assert (shown.hour * 60 + shown.minute) % 60 == ends % 60


@pytest.mark.parametrize(
    ("clock", "begins", "ends", "until"),
    [
        ("23:00", 21 * 60, 7 * 60, "07:00"),
        ("06:59", 21 * 60, 7 * 60, "07:00"),
        ("07:00", 21 * 60, 7 * 60, None),
        ("20:59", 21 * 60, 7 * 60, None),
        ("13:30", 13 * 60, 15 * 60, "15:00"),
        ("15:00", 13 * 60, 15 * 60, None),
        ("12:00", 12 * 60, 12 * 60, None),
    ],
)
def test_quiet_hours_over_midnight_and_at_noon(clock: str, begins: int, ends: int, until: str | None):
    hour, minute = map(int, clock.split(":"))
    end = Pacing(quiet_from=begins, quiet_to=ends).quiet_until(datetime(2026, 6, 10, hour, minute, tzinfo=LONDON))
    assert (f"{end.astimezone(LONDON):%H:%M}" if end else None) == until


def test_quiet_hours_end_in_the_second_of_the_hours_that_the_clock_shows_twice():
    night = datetime(2026, 10, 25, 1, 15, tzinfo=LONDON, fold=1)
    assert Pacing(quiet_from=22 * 60, quiet_to=90).quiet_until(night) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_digest_waits_for_the_end_of_quiet_hours():
    pacing = Pacing(hour=18, quiet_from=17 * 60, quiet_to=20 * 60)
    due = pacing.next_digest(datetime(2026, 6, 10, 9, tzinfo=LONDON))
    assert due.astimezone(LONDON) == datetime(2026, 6, 10, 20, tzinfo=LONDON)
