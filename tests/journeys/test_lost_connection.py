"""A phone in a tunnel: what was written is kept, said to be unsent, and sent once when the connection is back."""

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
WORDS = "Is the footbridge open again?"


async def _write(page: Page, words: str) -> None:
    await page.locator("#words").fill(words)
    await page.locator("#compose").get_by_role("button", name="Send", exact=True).click()


async def test_rosas_words_wait_for_the_connection_and_are_sent_once(browse: Browse, cast: Cast, room: Room):
    rosa, amir = await browse(cast.rosa), await browse(cast.amir)
    for page in (rosa, amir):
        await page.goto(f"/surgeries/{room.id}")
        await expect(page.locator("#room")).to_have_attribute("data-offline", "")
    await rosa.context.set_offline(True)
    await expect(rosa.locator("#room")).to_have_attribute("data-offline", "yes")
    await _write(rosa, WORDS)
    await expect(rosa.locator("#pending li")).to_have_attribute("data-stage", "unsent")
    said = await (await room.enter(cast.amir)).say("You missed this")
    await rosa.context.set_offline(False)
    await expect(amir.locator("#log-list").get_by_text(WORDS)).to_have_count(1, timeout=20_000)
    await expect(rosa.locator("#log-list").get_by_text(WORDS)).to_have_count(1)
    await expect(rosa.locator("#pending li")).to_have_count(0)
    await expect(rosa.locator(f"#m-{said['id']}")).to_be_visible()
    assert await room.last_seq() == 3


async def test_rosa_is_asked_before_old_words_are_sent(browse: Browse, cast: Cast, room: Room):
    rosa = await browse(cast.rosa)
    await rosa.clock.install()
    await rosa.goto(f"/surgeries/{room.id}")
    await expect(rosa.locator("#room")).to_have_attribute("data-offline", "")
    await rosa.context.set_offline(True)
    await expect(rosa.locator("#room")).to_have_attribute("data-offline", "yes")
    await _write(rosa, WORDS)
    await rosa.clock.fast_forward(timedelta(minutes=3) // timedelta(milliseconds=1))
    await rosa.context.set_offline(False)
    for _ in range(10):
        await rosa.clock.run_for(2_000)
    await expect(rosa.get_by_role("button", name="Send it now")).to_be_visible(timeout=20_000)
    assert await room.last_seq() == 1
    await rosa.get_by_role("button", name="Send it now").click()
    await expect(rosa.locator("#log-list").get_by_text(WORDS)).to_have_count(1)
