"""Each date is made once, however many processes make it; and at a time that the clocks skip as well."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from foundation import clock
from rooms.models import Surgery
from rooms.series.dates import Repetition, dates_between
from rooms.series.making_service import make_dates
from rooms.series.models import Series
from tests.house import House
from tests.rooms.series.conftest import Planner

LONDON = ZoneInfo("Europe/London")


async def test_four_ticks_at_once_make_each_date_once(house: House, ada: Planner):
    await ada.series()
    made = await Surgery.all().count()
    clock.move(timedelta(weeks=3))
    await asyncio.gather(*(make_dates(house.app) for _process in range(4)))
    occurrences = [str(each) for each in await Surgery.all().values_list("occurrence", flat=True)]
    assert len(occurrences) == len(set(occurrences)) == made + 3


async def test_a_date_that_was_cancelled_is_not_made_again(house: House, ada: Planner):
    series = await ada.series()
    [first, *_rest] = await Surgery.filter(series_id=series).order_by("starts_at")
    await ada.get(f"/surgeries/{first.id}")
    await ada.post(f"/surgeries/{first.id}/cancel", reason="Training day")
    await Series.filter(id=series).update(made_until=None)
    await house.run_jobs()
    again = await Surgery.filter(series_id=series, occurrence=first.occurrence).values("id", "room__status")
    assert again == [{"id": first.id, "room__status": "cancelled"}]


def _moments(start: str, now: datetime, until: date) -> list[str]:
    weekly = Repetition("FREQ=DAILY", datetime.fromisoformat(start), 60, LONDON)
    return [f"{date_.starts_at:%d %H:%M}-{date_.ends_at:%H:%M}" for date_ in dates_between(weekly, now, until)]


def test_a_date_whose_time_the_spring_change_skips_begins_an_hour_later():
    found = _moments("2027-03-27T01:30", datetime(2027, 3, 26, tzinfo=UTC), date(2027, 3, 29))
    assert found == ["27 01:30-02:30", "28 01:30-02:30", "29 00:30-01:30"]


def test_a_date_whose_time_comes_twice_in_autumn_means_the_first():
    found = _moments("2027-10-30T01:30", datetime(2027, 10, 29, tzinfo=UTC), date(2027, 11, 1))
    assert found == ["30 00:30-01:30", "31 00:30-01:30", "01 01:30-02:30"]


def test_six_in_the_evening_stays_six_across_both_changes():
    for start, days in (("2027-03-26T18:00", 5), ("2027-10-29T18:00", 5)):
        first = datetime.fromisoformat(start)
        weekly = Repetition("FREQ=DAILY", first, 60, LONDON)
        now = first.replace(tzinfo=UTC) - timedelta(days=1)
        found = list(dates_between(weekly, now, first.date() + timedelta(days=days)))
        assert {f"{date_.starts_at.astimezone(LONDON):%H:%M}" for date_ in found} == {"18:00"}
        assert len({date_.starts_at.hour for date_ in found}) == 2, "the change must be among them"
