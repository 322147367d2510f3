"""A host silences somebody in the room: they see why and how to appeal, and go on writing when they are let back."""

import pytest
from playwright.async_api import Page, expect

from moderation.models import Decision
from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def _in_room(page: Page, room: Room) -> Page:
    await page.goto(f"/surgeries/{room.id}")
    await expect(page.locator("#room")).to_have_attribute("data-offline", "")
    return page


async def test_rosa_reads_why_and_writes_again_at_once(browse: Browse, cast: Cast, room: Room):
    said = await (await room.enter(cast.rosa)).say("Me first!")
    ada, rosa = await _in_room(await browse(cast.ada), room), await _in_room(await browse(cast.rosa, width=360), room)
    message = ada.locator(f"#m-{said['id']}")
    await message.locator("summary").first.click()
    await message.locator("[name=reason]").fill("Please let others speak")
    await message.get_by_label("Which rule it is about").select_option("honest")
    await message.get_by_role("button", name="Silence the person").click()
    await expect(rosa.locator("[data-standing=silenced]")).to_contain_text("Please let others speak")
    await expect(rosa.locator("#words")).to_be_hidden()
    assert (await Decision.get(action="silence_person")).clause == "honest"
    await ada.get_by_role("tab", name="People").click()
    await ada.get_by_role("button", name="Let them back").click()
    await expect(rosa.locator("#words")).to_be_visible()
    await rosa.locator("#words").fill("Thank you")
    await rosa.locator("#compose").get_by_role("button", name="Send", exact=True).click()
    await expect(ada.locator("#log-list").get_by_text("Thank you")).to_have_count(1)
    await rosa.goto("/decisions")
    await expect(
        rosa.get_by_role("link", name="You can read in a surgery, but not write there for now.")
    ).to_be_visible()
