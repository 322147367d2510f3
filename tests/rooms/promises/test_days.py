"""The day by which something was promised is a day where it was promised, also where the clocks change on it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from foundation import clock

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("now", "today"),
    [
        (datetime(2027, 3, 27, 23, 59, tzinfo=UTC), date(2027, 3, 27)),
        (datetime(2027, 3, 28, 22, 59, tzinfo=UTC), date(2027, 3, 28)),  # the short day of spring
        (datetime(2027, 3, 28, 23, 0, tzinfo=UTC), date(2027, 3, 29)),
        (datetime(2027, 10, 30, 22, 59, tzinfo=UTC), date(2027, 10, 30)),
        (datetime(2027, 10, 30, 23, 0, tzinfo=UTC), date(2027, 10, 31)),  # the long day of autumn
        (datetime(2027, 10, 31, 23, 59, tzinfo=UTC), date(2027, 10, 31)),
        (datetime(2027, 11, 1, 0, 0, tzinfo=UTC), date(2027, 11, 1)),
    ],
)
def test_a_day_ends_at_local_midnight_across_both_changes(now: datetime, today: date) -> None:
    clock.move(now - clock.now())
    assert clock.today_in(LONDON) == today
