"""When a reminder is due: by the local clock, also on the days around its changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.reminders.times import NEAR, Moment, day_before, dues_of
from tests.rooms.reminders.dates import LONDON, london


@pytest.mark.parametrize(
    ("start", "before", "hours"),
    [
        ("2027-03-27 18:00", "2027-03-26 18:00", 24),
        ("2027-03-28 18:00", "2027-03-27 18:00", 23),
        ("2027-03-29 18:00", "2027-03-28 18:00", 24),
        ("2027-10-30 18:00", "2027-10-29 18:00", 24),
        ("2027-10-31 18:00", "2027-10-30 18:00", 25),
        ("2027-11-01 18:00", "2027-10-31 18:00", 24),
    ],
)
def test_the_day_before_is_the_same_time_on_the_clock(start: str, before: str, hours: int):
    assert day_before(london(start), LONDON) == london(before)
    assert london(start).astimezone(UTC) - day_before(london(start), LONDON) == timedelta(hours=hours)


def test_a_time_that_the_spring_change_skips_comes_as_long_after_it():
    assert day_before(london("2027-03-29 01:30"), LONDON) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_a_time_that_the_autumn_change_repeats_comes_the_first_time():
    assert day_before(london("2027-11-01 01:30"), LONDON) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)),
    st.sampled_from(["Europe/London", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "UTC"]),
)
def test_both_reminders_come_in_their_order_and_are_looked_for_early_enough(local: datetime, zone: str):
    start = local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    day, soon = dues_of(start, start + timedelta(hours=1), ZoneInfo(zone))
    assert (day.moment, soon.moment) == (Moment.DAY, Moment.SOON)
    assert start - NEAR < day.since < day.until < soon.since < soon.until
    assert soon.since == start - timedelta(minutes=30)
