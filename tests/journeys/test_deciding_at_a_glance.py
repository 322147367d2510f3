"""A moderator reads and decides without scrolling, on a phone and on a desk, with small letters and with large ones."""

import pytest
from playwright.async_api import Page, expect

from moderation.models import Decision
from tests.cast import Cast, Member
from tests.journeys.conftest import Browse
from tests.journeys.keys import press
from tests.journeys.looking import fits
from tests.moderation.queue.waiting import hold
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
LONG = "The lamp by the school has been dark for a week and nobody comes. " * 25 + "Ring me on 07700 900123"

_SEEN = """(node) => {
  const { top, bottom } = node.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""

_BEHIND_THE_BAR = """() => {
  const { activeElement: at } = document;
  const bar = document.querySelector(".mod-act");
  const { top, bottom } = bar.getBoundingClientRect();
  const { top: begins, bottom: ends } = at.getBoundingClientRect();
  const middle = (begins + ends) / 2;
  return !bar.contains(at) && middle > top && middle < bottom ? at.outerHTML : "";
}"""


@pytest.fixture
def limits() -> bool:
    return False


async def _begin(browse: Browse, member: Member, width: int, *, scripts: bool = True) -> Page:
    page = await browse(member, width=width, scripts=scripts)
    await page.set_viewport_size({"width": width, "height": 740 if width < 600 else 900})
    await page.goto("/moderation")
    async with page.expect_navigation():
        await page.get_by_role("button", name="Begin with the most urgent").click()
    return page


async def _seen(page: Page, selector: str) -> bool:
    return bool(await page.locator(selector).first.evaluate(_SEEN))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", [360, 1280])
async def test_the_words_and_every_decision_are_in_the_window(
    browse: Browse, cast: Cast, room: Room, width: int, scripts: bool
) -> None:
    for member in (cast.rosa, cast.amir):
        await hold(room, member)
    page = await _begin(browse, cast.mo, width, scripts=scripts)
    for number in (1, 2):
        assert await _seen(page, ".mod-words__text")
        for action in ("approve", "hide", "hide_and_warn", "warn"):
            assert await _seen(page, f".mod-act button[value={action}]"), (action, number)
        async with page.expect_navigation():
            await page.get_by_role("button", name="Approve").click()
    assert await Decision.filter(action="approve").count() == 2


@pytest.mark.parametrize("width", [360, 1280])
async def test_it_stays_there_through_long_words_and_what_stood_around(
    browse: Browse, cast: Cast, room: Room, width: int
) -> None:
    await hold(room, cast.rosa, LONG)
    page = await _begin(browse, cast.mo, width)
    for part in (".mod-words__text", ".mod-hits", "#reason", "#why-title"):
        await page.locator(part).first.scroll_into_view_if_needed()
        assert await _seen(page, ".mod-act"), part
    await page.locator("#preset").focus()
    for _step in range(12):
        await press(page, "Tab")
        hidden = await page.evaluate(_BEHIND_THE_BAR)
        assert hidden == "", "what has the focus is behind the bar"


@pytest.mark.parametrize("width", [360, 1280])
async def test_with_letters_twice_as_large_it_covers_no_word(
    browse: Browse, cast: Cast, room: Room, width: int
) -> None:
    await hold(room, cast.rosa)
    page = await _begin(browse, cast.mo, width)
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    await fits(page, "200 %")
    room_left = await page.locator(".mod-act").evaluate(
        "(bar) => getComputedStyle(bar).position === 'sticky' ? innerHeight - bar.offsetHeight : innerHeight"
    )
    assert room_left > 500


async def test_mo_marks_all_of_rosa_s_and_hears_what_became_of_them(browse: Browse, cast: Cast, room: Room) -> None:
    for number in range(4):
        await hold(room, cast.rosa, f"Ring me on 07700 90012{number}")
    page = await _begin(browse, cast.mo, 1280)
    await page.get_by_text("3 other things by them wait").click()
    await page.get_by_role("button", name="Mark all of them").click()
    async with page.expect_navigation():
        await page.get_by_role("button", name="Take down", exact=True).click()
    await expect(page.locator("[data-live]")).to_have_text("4 decided: Taken down.")
    async with page.expect_navigation():
        await page.get_by_role("button", name="Undo").click()
    await expect(page.locator("[data-live]")).to_have_text("Taken back.")
    await expect(page.locator("#item-title")).to_be_focused()


async def test_the_other_pages_are_one_row_on_a_phone(browse: Browse, cast: Cast) -> None:
    page = await browse(cast.mo, width=360, scripts=False)
    for path in ("/moderation", "/moderation/appeals", "/moderation/drills"):
        await page.goto(path)
        nav = page.get_by_role("navigation", name="Moderation")
        assert await nav.evaluate("(nav) => nav.offsetHeight") < 60, path
        await nav.locator("summary").click()
        for link in await nav.get_by_role("link").all():
            assert await link.evaluate("(link) => link.offsetHeight") >= 44, path
    await expect(nav.locator("[aria-current=page]:visible")).to_have_text("Drills")
