"""Somebody is in danger: they are told to call 999 at once, and who is in the room is called until one has looked."""

import asyncio
from dataclasses import replace

import pytest
from playwright.async_api import Page, expect

from foundation.settings import Settings
from moderation.risk.installed import missing
from moderation.risk.listening import LISTENER
from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.journeys.looking import violations
from tests.rooms_from_outside import Room

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(missing()), reason="the extra `model` is not installed"),
]
WORDS = "someone is breaking into my neighbour's house right now, I can hear glass"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, model="on")


@pytest.fixture
async def listening(room: Room) -> Room:
    """The room of a server whose model is ready."""
    async with asyncio.timeout(60):
        while not room.house.app[LISTENER].is_idle:  # noqa: ASYNC110 -- it is another process that changes
            await asyncio.sleep(0.05)
    return room


async def say(page: Page, words: str) -> None:
    await page.locator("#words").fill(words)
    await page.locator("#compose").get_by_role("button", name="Send", exact=True).click()


async def test_rosa_is_told_to_call_999_and_ada_looks(listening: Room, cast: Cast, browse: Browse, axe: str) -> None:
    rosa, amir = await browse(cast.rosa, width=360), await browse(cast.amir)
    ada, mo = await browse(cast.ada), await browse(cast.mo)
    for page in (rosa, amir, ada):
        await page.goto(f"/surgeries/{listening.id}")
        await expect(page.locator("#room[data-seq]")).to_be_visible()
    await mo.goto("/moderation")
    await expect(mo.locator("[data-watching=yes]")).to_be_visible()
    await say(rosa, WORDS)

    await expect(rosa.locator("#emergency-panel")).to_be_focused()
    await expect(rosa.get_by_role("link", name="Call 999").last).to_be_visible()
    await expect(rosa.locator("#emergency-panel").get_by_role("link", name="999bsl.co.uk")).to_be_visible()
    assert await violations(rosa, axe) == []
    await expect(amir.locator("#log").get_by_text("I can hear glass")).to_be_visible()
    for page in (ada, mo):
        call = page.locator("#paged [data-call]")
        await expect(call).to_contain_text("Somebody may be in danger.")
        await expect(page.locator("#paged [role=alert]")).to_have_text("Somebody may be in danger. Look now.")
        assert await violations(page, axe) == []
    await expect(amir.locator("#paged")).to_have_count(0)

    seen = ada.get_by_role("button", name="I have seen it")
    await seen.focus()
    await ada.keyboard.press("Enter")
    await expect(ada.locator("#paged [data-call]")).to_have_count(0)
    await expect(mo.locator("#paged [data-call]")).to_have_count(0)
    await expect(mo.locator("#paged [role=status]")).to_have_text("Ada Okafor has seen it.")


async def test_mo_opens_the_call_from_the_notice(listening: Room, cast: Cast, browse: Browse, axe: str) -> None:
    rosa, mo = await browse(cast.rosa), await browse(cast.mo, width=360, dark=True)
    await rosa.goto(f"/surgeries/{listening.id}")
    await expect(rosa.locator("#room[data-seq]")).to_be_visible()
    await say(rosa, WORDS)
    await expect(rosa.locator("#emergency-panel")).to_be_focused()
    await mo.goto("/notices")
    await mo.get_by_role("button", name="Somebody may be in danger").first.click()
    await expect(mo.get_by_role("heading", name="Somebody may be in danger")).to_be_visible()
    await expect(mo.get_by_text("I can hear glass")).to_be_visible()
    await expect(mo.get_by_text("You have seen it")).to_be_visible()
    assert await violations(mo, axe) == []


async def test_without_scripts_rosa_and_ada_do_the_same_by_forms(listening: Room, cast: Cast, browse: Browse) -> None:
    rosa, ada = await browse(cast.rosa, scripts=False), await browse(cast.ada, scripts=False)
    await rosa.goto(f"/surgeries/{listening.id}")
    await say(rosa, WORDS)
    await expect(rosa.get_by_role("heading", name="Call 999").first).to_be_visible()
    in_sign_language = rosa.locator("#emergency-panel").get_by_role("link", name="999bsl.co.uk")
    await expect(in_sign_language).to_have_attribute("href", "https://999bsl.co.uk")
    await ada.goto(f"/surgeries/{listening.id}")
    await expect(ada.locator("#paged")).to_contain_text("Somebody may be in danger.")
    await ada.get_by_role("button", name="I have seen it").click()
    await expect(ada.locator("#paged [data-call]")).to_have_count(0)
