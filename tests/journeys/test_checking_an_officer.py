"""Rosa checks that it is really Ada: words in the room, typed on a page without scripts; and old after the close."""

import pytest
from playwright.async_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def _words(page: Page) -> str:
    return " ".join(await page.locator("[data-host] .bl-words__word").all_inner_texts())


async def _type(page: Page, words: str) -> None:
    await page.goto("/")
    await page.get_by_role("contentinfo").get_by_role("link", name="Check an officer").click()
    await page.get_by_label("The three words").fill(words)
    await page.get_by_role("button", name="Check the words").click()


async def test_rosa_reads_yes_and_after_the_close_old(browse: Browse, cast: Cast, room: Room):
    rosa, beside, ada = (
        await browse(cast.rosa, width=360),
        await browse(scripts=False, width=360),
        await browse(cast.ada),
    )
    await rosa.goto(f"/surgeries/{room.id}")
    await expect(rosa.get_by_text("On duty. Words of this shift:")).to_be_visible()
    words = await _words(rosa)
    assert len(words.split()) == 3

    await _type(beside, f" {words.upper().replace(' ', '-')}.")
    await expect(beside.get_by_role("heading", name="Yes, this is PC Ada Okafor")).to_be_visible()
    await expect(beside.get_by_text("for this site and for this room only")).to_be_visible()
    await expect(beside.get_by_role("link", name="Bikes and street lights")).to_be_visible()

    await ada.goto(f"/surgeries/{room.id}")
    await ada.locator("summary", has_text="Close the surgery").click()
    await ada.get_by_role("button", name="Close the surgery").click()
    await expect(rosa.get_by_text("On duty. Words of this shift:")).to_be_hidden()

    await _type(beside, words)
    await expect(beside.get_by_role("heading", name="These words are old")).to_be_visible()
    await _type(beside, "acorn badger kettel")
    await expect(beside.get_by_role("heading", name="No. These are not an officer’s words")).to_be_visible()
    await expect(beside.get_by_text("“kettel” is not one of the words")).to_be_visible()


async def test_new_words_show_in_rosas_open_room_when_ada_comes_back(browse: Browse, cast: Cast, room: Room):
    rosa, ada = await browse(cast.rosa), await browse(cast.ada)
    await rosa.goto(f"/surgeries/{room.id}")
    first = await _words(rosa)
    await ada.goto("/account")
    await ada.get_by_role("button", name="Go off duty").click()
    await expect(rosa.get_by_text("On duty. Words of this shift:")).to_be_hidden()
    await ada.goto(f"/surgeries/{room.id}")
    await expect(ada.get_by_text("You are off duty: nobody can check that it is you.")).to_be_visible()
    await ada.get_by_role("button", name="Go on duty").click()
    await expect(rosa.get_by_text("On duty. Words of this shift:")).to_be_visible()
    assert await _words(rosa) == await _words(ada) != first
    await expect(ada.get_by_text("You are off duty")).to_be_hidden()
