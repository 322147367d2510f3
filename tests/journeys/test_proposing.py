"""Rosa proposes what the police should work on and draws where it is, by hand or by keys, in a real browser."""

import json

import pytest
from playwright.async_api import Page, expect

from priorities.models import Proposal
from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import CORNERS, TITLE, WHAT, Ideas

CORNERS_TAPPED = ((0.3, 0.3), (0.6, 0.3), (0.6, 0.6), (0.3, 0.6))


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    """Rounds of the neighbourhood where the cast live."""
    return Poll(house, cast)


async def _form(page: Page, round_id: str) -> None:
    await page.goto(f"/rounds/{round_id}/proposals/new")
    await page.get_by_label("What should the police work on?").fill(TITLE)
    await page.get_by_label("What happens?").fill(WHAT)
    await page.get_by_text("Or draw the area").click()


async def _tap(page: Page) -> None:
    drawing = page.locator(".bl-area__drawing")
    await drawing.scroll_into_view_if_needed()
    box = await drawing.bounding_box()
    assert box is not None
    for x, y in CORNERS_TAPPED:
        await drawing.click(position={"x": box["width"] * x, "y": box["height"] * y})


async def _area(page: Page) -> list[list[float]]:
    value = await page.locator('input[name="area"]').input_value()
    return list(json.loads(value)["coordinates"][0]) if value else []


async def test_she_taps_the_corners(poll: Poll, cast: Cast, browse: Browse) -> None:
    round_id, page = await poll.begin(ideas=()), await browse(cast.rosa, width=360)
    await _form(page, round_id)
    await _tap(page)
    await expect(page.get_by_text("The area is drawn: 4 corners.")).to_be_visible()
    await page.get_by_role("button", name="Send the proposal").click()
    await expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    await expect(page.locator(".bl-where__area")).to_be_visible()
    area = json.loads(str((await Proposal.get(round_id=round_id)).area))
    assert len(area["coordinates"][0]) == 5


async def test_she_sets_them_by_keys_and_thinks_better_of_it(poll: Poll, cast: Cast, browse: Browse) -> None:
    round_id, page = await poll.begin(ideas=()), await browse(cast.rosa)
    await _form(page, round_id)
    await page.keyboard.press("Tab")
    await expect(page.locator(".bl-area__drawing")).to_be_focused()
    await expect(page.locator("[data-cross]")).to_have_attribute("visibility", "visible")
    for key in ("Enter", *["ArrowRight"] * 6, "Enter", *["ArrowDown"] * 6, "Enter"):
        await page.keyboard.press(key)
    assert len(await _area(page)) == 4
    await page.keyboard.press("Backspace")
    assert await _area(page) == []
    await expect(page.get_by_text("An area needs three corners or more.")).to_be_visible()
    await page.get_by_role("button", name="Take the area away").click()
    await page.get_by_role("button", name="Send the proposal").click()
    await expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    assert (await Proposal.get(round_id=round_id)).area is None


async def test_what_she_drew_comes_back_with_the_form(poll: Poll, cast: Cast, browse: Browse) -> None:
    round_id, page = await poll.begin(ideas=()), await browse(cast.rosa, width=360)
    await _form(page, round_id)
    await _tap(page)
    drawn = await _area(page)
    await page.get_by_label("What happens?").fill("")
    await page.get_by_role("button", name="Send the proposal").click()
    await expect(page.get_by_text("There is a problem")).to_be_visible()
    again = await _area(page)
    assert all(
        abs(one - other) < 0.001
        for corner, before in zip(again, drawn, strict=True)
        for one, other in zip(corner, before, strict=True)
    )


@pytest.mark.parametrize("device", DEVICES)
async def test_every_page_of_it_suits_everybody(poll: Poll, cast: Cast, browse: Browse, axe: str, device: str) -> None:
    round_id, ideas = await poll.begin(), Ideas(poll)
    area = {"area": {"type": "Polygon", "coordinates": [CORNERS]}, "name": "Lowther Road"}
    made = await ideas.made(cast.rosa, round_id, where=area, when="Each day", affected="All", speaks_for="Parents")
    await ideas.change(cast.rosa, made, what="Cars go past at **seven**.")
    path = f"/proposals/{made['id']}"
    new = f"/rounds/{round_id}/proposals/new"
    doors = [(each, cast.rosa) for each in (f"/rounds/{round_id}", new, path, f"{path}/edit", f"{path}/withdraw")]
    doors += [(each, cast.ada) for each in (path, f"{path}/decide", f"{path}/revisions")]
    assert await look(browse, axe, [*doors, (path, None)], device) == {}
