"""Moderators at work in the queue: with two browsers, by keyboard alone, with axe looking on."""

import time

import pytest
from playwright.async_api import Page, expect

from moderation.models import Decision
from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.keys import press
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.moderation.queue.waiting import HARD, add_items, hold
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
_HELD = 50


@pytest.fixture
def limits() -> bool:
    """Fifty held messages come in at once."""
    return False


async def _opened(page: Page, item: str) -> None:
    await page.goto("/moderation")
    await page.locator(f"[data-item='{item}'] button").click()
    await expect(page.locator(f"[data-open='{item}'][data-mine]")).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
async def test_axe_finds_nothing_to_complain_of(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    easy, hard = await hold(room, cast.rosa), await hold(room, cast.amir, HARD)
    await hold(room, cast.rosa, "Or ring me on 07700 900124")
    doors = [("/moderation", cast.mo), ("/moderation?kind=link", cast.mo), ("/moderation", cast.dee)]
    doors += [(f"/moderation/items/{item}", cast.mo) for item in (easy, hard)]
    assert await look(browse, axe, doors, device) == {}
    page = await browse(cast.mo, **DEVICES[device])
    await page.goto(f"/moderation/items/{hard}")
    await page.get_by_role("button", name="Show it").click()
    await page.get_by_text("More: silence, remove").click()
    await page.get_by_text("A note for colleagues").click()
    assert await violations(page, axe) == []
    await fits(page, "an item with everything unfolded")
    await page.get_by_role("button", name="Hide", exact=False).first.click()
    assert await violations(page, axe) == []
    await fits(page, "after a decision")
    await page.get_by_role("button", name="Keyboard shortcuts").click()
    assert await violations(page, axe) == []
