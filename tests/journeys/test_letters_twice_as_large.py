"""On a small phone nothing is too wide, with letters twice as large neither, and what stands alone is easy to press."""

from datetime import timedelta

import pytest
from playwright.async_api import Page, Route

from foundation import clock
from moderation.drills.service import begin_drill
from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import fits
from tests.moderation.public.decided import appealed, flagged, waited_for
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
PHONE = 360


@pytest.fixture
def limits() -> bool:
    return False


async def _enlarge(page: Page) -> None:
    async def twice(route: Route) -> None:
        answer = await route.fetch()
        await route.fulfill(response=answer, body=f"{await answer.text()}\nhtml {{ font-size: 200% !important }}")

    await page.route("**/bluelamp*.css*", twice)


async def test_what_is_public_fits(browse: Browse, house: House) -> None:
    now = clock.now()
    for number in range(6):
        await waited_for(now, timedelta(minutes=number + 1), allowed=timedelta(minutes=5))
        await flagged(now)
        await appealed(now)
    await begin_drill(house.app, "south-wales")
    page = await browse(width=PHONE)
    await _enlarge(page)
    for path in ("/moderation/report", "/moderation/log", "/rules"):
        await page.goto(path)
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        assert await page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        await fits(page, path)


async def test_what_stands_alone_is_as_high_as_a_thumb(browse: Browse, cast: Cast, room: Room) -> None:
    page = await browse(cast.rosa, width=PHONE)
    links = ".room-head__where a, .room-head__hosts a.bl-person__name, .bl-surgery__where a, .bl-surgery__hosts a"
    for path in (f"/surgeries/{room.id}", "/surgeries", "/account"):
        await page.goto(path)
        found = await page.locator(f"{links}, .govuk-summary-list__actions a").all()
        assert found, path
        for link in found:
            box = await link.bounding_box()
            assert box is not None
            assert box["height"] >= 44, (path, await link.inner_text())


async def test_a_dialogue_is_no_wider_than_the_phone(browse: Browse, cast: Cast, room: Room) -> None:
    message = (await (await room.enter(cast.rosa)).say("Good evening"))["id"]
    page = await browse(cast.gwen, width=PHONE)
    await page.goto(f"/surgeries/{room.id}")
    await page.locator(f"#m-{message} summary").click()
    await page.locator(f"#m-{message}").get_by_role("link", name="Flag").click()
    box = await page.locator("dialog[open]").bounding_box()
    assert box is not None
    assert box["x"] >= 10
    assert box["x"] + box["width"] <= PHONE - 10
