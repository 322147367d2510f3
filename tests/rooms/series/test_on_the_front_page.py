"""What repeats each week leaves room for what does not, wherever a few of the next dates are shown."""

import pytest

from tests.cast import HOME, Cast
from tests.house import House
from tests.rooms.series.conftest import Planner


async def test_a_reader_meets_a_weekly_series_once_on_the_front_page(house: House, ada: Planner):
    await ada.series(title="Tea with Ada")
    assert (await house.page("/calendar", None)).text.count(">Tea with Ada<") > 3, "it repeats"
    assert (await house.page("/", None)).text.count(">Tea with Ada<") == 1


@pytest.mark.parametrize("of", ["neighbourhoods", "officers"])
async def test_a_reader_meets_a_weekly_series_once_where_it_is_held_and_at_its_officer(
    house: House, ada: Planner, cast: Cast, of: str
):
    await ada.series(title="Tea with Ada")
    page = await house.page(f"/{of}/{HOME if of == 'neighbourhoods' else cast.ada.id}", None)
    assert page.text.count(">Tea with Ada<") == 1


async def test_the_calendar_shows_four_weeks_of_a_series_and_the_way_to_its_later_dates(house: House, ada: Planner):
    await ada.series(title="Tea with Ada")
    page = (await house.page("/calendar", None)).text
    assert page.count(">Tea with Ada<") == 4
    assert "Later dates" in page
