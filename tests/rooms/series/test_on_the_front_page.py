"""What repeats each week leaves room on the front page for what does not."""

from tests.house import House
from tests.rooms.series.conftest import Planner


async def test_a_reader_meets_a_weekly_series_once_on_the_front_page(house: House, ada: Planner):
    await ada.series(title="Tea with Ada")
    assert (await house.page("/calendar", None)).text.count(">Tea with Ada<") > 3, "it repeats"
    assert (await house.page("/", None)).text.count(">Tea with Ada<") == 1
