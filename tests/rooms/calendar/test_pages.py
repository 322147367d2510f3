"""The calendar's pages, as a browser without scripts gets them."""

import re
from datetime import timedelta
from html import unescape

from foundation import clock
from rooms.models import MeetingKind, Status
from tests.cast import ELSEWHERE, HOME, Cast
from tests.house import House
from tests.rooms.calendar.dates import add_date, london


async def _page(house: House, path: str) -> str:
    answer = await house.page(path)
    assert answer.status == 200, answer.text
    return unescape(answer.text)


def _titles(page: str) -> list[str]:
    """The dates of the list, in its order."""
    return re.findall(r'<h[34] class="bl-date__title">.*?href="/surgeries/[^"]*">([^<]*)</a>', page)


async def test_rosa_reads_what_comes_day_by_day(house: House, cast: Cast) -> None:
    clock.move(london(2026, 11, 22, 12) - clock.now())
    await add_date(cast.ada, london(2026, 12, 3), "Later")
    await add_date(cast.ada, london(2026, 11, 25, 19), "Evening")
    await add_date(cast.ada, london(2026, 11, 25, 10), "Morning")
    await add_date(cast.ada, london(2026, 11, 21, 10), "Yesterday", status=Status.CLOSED)
    page = await _page(house, "/calendar")
    assert _titles(page) == ["Morning", "Evening", "Later"]
    assert page.index("Wednesday 25 November 2026") < page.index("Morning") < page.index("Thursday 3 December 2026")


async def test_a_cancelled_date_is_struck_and_says_why(house: House, cast: Cast) -> None:
    soon = clock.now() + timedelta(days=1)
    await add_date(cast.ada, soon, "Knives", status=Status.CANCELLED, cancel_reason="<b>Football</b> tonight")
    text = (await house.page("/calendar")).text
    assert re.search(r"<s><a [^>]*>Knives</a></s>", text)
    assert "&lt;b&gt;Football&lt;/b&gt; tonight" in text
    assert 'bl-state">Cancelled' in text


async def test_a_meeting_says_where_it_is_and_how_to_get_in(house: House, cast: Cast) -> None:
    more = {"kind": MeetingKind.MEETING, "place": "St Mark’s Hall", "access_notes": "A ramp at the side"}
    await add_date(cast.ada, clock.now() + timedelta(days=1), "Tea", **more)
    page = await _page(house, "/calendar")
    assert "St Mark’s Hall" in page
    assert "and online" in page
    assert "A ramp at the side" in page


async def test_the_form_shows_what_was_asked_for_only(house: House, cast: Cast) -> None:
    soon = clock.now() + timedelta(days=1)
    await add_date(cast.ada, soon, "by Ada")
    await add_date(cast.huw, soon, "by Huw", kind=MeetingKind.OFFICE_HOURS)
    await add_date(cast.nia, soon, "by Nia", neighbourhood=ELSEWHERE)
    asked = {
        "/calendar": ["by Ada", "by Huw", "by Nia"],
        f"/calendar?neighbourhood={ELSEWHERE}": ["by Nia"],
        f"/calendar?officer={cast.huw.id}": ["by Huw"],
        "/calendar?kind=surgery": ["by Ada", "by Nia"],
        f"/neighbourhoods/{HOME}/calendar": ["by Ada", "by Huw"],
        f"/neighbourhoods/{HOME}/calendar?kind=office_hours&neighbourhood={ELSEWHERE}": ["by Huw"],
        "/calendar?neighbourhood=nowhere": [],
        "/calendar?kind=party&officer=no%20body": ["by Ada", "by Huw", "by Nia"],
    }
    assert {path: sorted(_titles(await _page(house, path))) for path in asked} == asked


async def test_the_form_offers_who_and_where_there_are_dates(house: House, cast: Cast) -> None:
    await add_date(cast.nia, clock.now() + timedelta(days=1), neighbourhood=ELSEWHERE)
    page = await _page(house, "/calendar")
    assert re.findall(r'<option value="\w+">([^<]*)</option>', page) == [
        "Penarth", "Surgery online", "Office hours", "Meeting in person", "PC Nia Price",
    ]  # fmt: skip
    chosen = await _page(house, f"/calendar?officer={cast.nia.id}")
    assert f'<option value="{cast.nia.id}" selected>' in chosen


async def test_the_month_is_a_table_with_each_date_on_its_day(house: House, cast: Cast) -> None:
    clock.move(london(2026, 11, 22, 12) - clock.now())
    await add_date(cast.ada, london(2026, 11, 25), "Bikes")
    page = await _page(house, "/calendar?view=month")
    cells = re.findall(r"<td.*?</td>", page, re.DOTALL)
    [on] = [cell for cell in cells if "Bikes" in cell]
    assert 'datetime="2026-11-25"' in on
    [today] = [cell for cell in cells if 'aria-current="date"' in cell]
    assert 'datetime="2026-11-22"' in today
    assert len(cells) % 7 == 0
    assert '/calendar?view=month&month=2026-10"' in page
    assert '/calendar?view=month&month=2026-12"' in page


async def test_months_are_left_by_the_way_one_came_with_the_same_question(house: House, cast: Cast) -> None:
    page = await _page(house, f"/calendar?view=month&month=2027-01&officer={cast.ada.id}")
    assert "January 2027" in page
    assert f"/calendar?officer={cast.ada.id}&view=month&month=2026-12" in page


async def test_a_day_with_many_dates_says_how_many_more(house: House, cast: Cast) -> None:
    clock.move(london(2026, 11, 22, 12) - clock.now())
    for hour in range(9, 16):
        await add_date(cast.ada, london(2026, 11, 25, hour), f"at {hour}")
    page = await _page(house, "/calendar?view=month")
    assert "and 3 more" in page
    assert _titles(await _page(house, "/calendar?from=2026-11-25"))[-1] == "at 15"


async def test_every_date_is_on_one_page_of_the_list(house: House, cast: Cast) -> None:
    clock.move(london(2026, 11, 22, 12) - clock.now())
    for day in range(60):
        await add_date(cast.ada, london(2026, 11, 23) + timedelta(days=day // 2, hours=day % 2), f"number {day}")
    seen, path = [], "/calendar"
    while path:
        page = await _page(house, path)
        seen += _titles(page)
        later = re.search(r'rel="next" href="([^"]*)"', page)
        path = later[1] if later else ""
    assert seen == [f"number {day}" for day in range(60)]


async def test_a_day_that_is_fuller_than_a_page_is_shown_whole(house: House, cast: Cast) -> None:
    clock.move(london(2026, 11, 22, 12) - clock.now())
    for number in range(50):
        await add_date(cast.ada, london(2026, 11, 23) + timedelta(minutes=number), f"number {number}")
    await add_date(cast.ada, london(2026, 11, 24), "next day")
    page = await _page(house, "/calendar")
    assert _titles(page) == [f"number {number}" for number in range(50)]
    assert 'rel="next" href="/calendar?from=2026-11-24"' in page


async def test_an_address_that_makes_no_sense_shows_today(house: House, cast: Cast) -> None:
    await add_date(cast.ada, clock.now() + timedelta(days=1), "Bikes")
    for wrong in ("from=2026-13-40", "from=0001-01-01", "from=%00", "view=month&month=x", "neighbourhood=%00"):
        page = await _page(house, f"/calendar?{wrong}")
        assert "Bikes" in page or wrong.startswith("view"), wrong


async def test_each_page_offers_its_feed_to_subscribe_to(house: House, cast: Cast) -> None:
    api = house.url.removeprefix("http") + "/api/v1"
    offered = {
        "/calendar": "/calendar.ics",
        "/calendar?kind=meeting": "/calendar.ics?kind=meeting",
        f"/neighbourhoods/{HOME}/calendar": f"/neighbourhoods/{HOME}/calendar.ics",
        f"/neighbourhoods/{HOME}": f"/neighbourhoods/{HOME}/calendar.ics",
        f"/officers/{cast.ada.id}": f"/officers/{cast.ada.id}/calendar.ics",
    }
    for path, feed in offered.items():
        page = await _page(house, path)
        assert f'href="webcal{api}{feed}"' in page, path
        assert f'readonly value="http{api}{feed}"' in page, path
