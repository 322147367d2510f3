"""In a small window: what matters stands inside it, nothing lies on anything else, and a finger hits every link."""

import pytest
from playwright.async_api import expect

from tests.cast import HOME, Cast
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser

IN_EACH_OTHERS_WAY = """
    ([...document.querySelectorAll(".bl-header__row a, .bl-header__row button")])
    .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
    .flatMap(([name, a], at, all) => all.slice(at + 1)
        .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map(([other]) => `${name} / ${other}`))
"""
# A link among the words of a sentence is as high as its line (WCAG 2.5.8 exempts it); one of a list or a menu is not.
TOO_SMALL = """
    [...document.querySelectorAll("header a, footer li a, main a, main button, main summary")]
    .filter(one => one.checkVisibility() && !one.closest(".govuk-visually-hidden"))
    .filter(one => !one.closest("p") || one.closest("p").textContent.trim() === one.textContent.trim())
    .filter(one => [...one.getClientRects()].some(line => line.height < 24))
    .map(one => one.textContent.trim())
"""


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("letters", ["100%", "200%"])
async def test_nothing_in_the_head_lies_on_anything_else_however_big_rosas_letters_are(
    browse: Browse, cast: Cast, width: int, letters: str
):
    for member in (None, cast.rosa, cast.ada):
        page = await browse(member, width=width)
        await page.goto("/rules")
        await page.evaluate("letters => { document.documentElement.style.fontSize = letters }", letters)
        assert await page.evaluate(IN_EACH_OTHERS_WAY) == []


async def test_rosas_finger_hits_the_links_of_every_list_and_menu(browse: Browse, cast: Cast, room: Room):
    rosa = await browse(cast.rosa, width=360)
    for path in ("/", "/neighbourhoods", f"/neighbourhoods/{HOME}", "/surgeries", "/calendar", "/account"):
        await rosa.goto(path)
        assert await rosa.evaluate(TOO_SMALL) == [], path


async def test_what_gwen_is_asked_before_sending_comes_into_her_window(browse: Browse, cast: Cast, room: Room):
    gwen = await browse(cast.gwen, width=360)
    await gwen.set_viewport_size({"width": 360, "height": 740})
    await gwen.goto(f"/surgeries/{room.id}")
    await gwen.locator("#words").fill("Ring me on 07700 900123")
    await gwen.locator("#compose").evaluate("form => form.scrollIntoView({block: 'start'})")
    await gwen.locator("#compose").evaluate("form => form.requestSubmit(form.querySelector('[value=message]'))")
    await expect(gwen.get_by_role("button", name="Send it as it is")).to_be_visible()
    await expect(gwen.locator("#pending li")).to_be_in_viewport(ratio=0.9)
