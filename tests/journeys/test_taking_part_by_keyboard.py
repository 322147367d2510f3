"""An evening of a resident without a mouse: she joins, asks, votes, waits for a word alone, and walks the office."""

import pytest
from playwright.async_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.journeys.keys import press, tab_to, write
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
LIGHTS = "Why are the street lights out?"
BINS = "Who empties the bins?"


async def test_gwen_joins_asks_votes_and_takes_a_ticket_by_keyboard(browse: Browse, cast: Cast, room: Room):
    amir, ada = await room.enter(cast.amir), await room.enter(cast.ada)
    await amir.ask(LIGHTS)
    gwen = await browse()
    await gwen.goto(f"/surgeries/{room.id}")
    await join(gwen)
    await ask(gwen, BINS)
    await vote(gwen)
    await take_a_ticket(gwen)
    await ada.ok("call_next")
    await expect(gwen.locator("#queue")).to_contain_text("It is your turn")
    await tab_to(gwen, "Go in now")
    await press(gwen, "Enter")
    await gwen.wait_for_url("**/booths/*")
    await tab_to(gwen, "Your message", within=40)
    await write(gwen, "May I tell you something?")
    await press(gwen, "Control+Enter")
    await expect(gwen.locator("#log-list")).to_contain_text("May I tell you something?")


async def test_gwen_walks_the_office_by_keyboard(browse: Browse, cast: Cast, room: Room):
    await room.enter(cast.ada)
    gwen, amir = await browse(cast.gwen), await browse(cast.amir)
    await amir.goto(f"/surgeries/{room.id}/office")
    await gwen.goto(f"/surgeries/{room.id}")
    await tab_to(gwen, "See it from above", within=30)
    await press(gwen, "Enter")
    await expect(gwen.get_by_role("button", name="Step in")).to_be_visible()
    await tab_to(gwen, "Step in", within=30)
    await press(gwen, "Enter")
    await expect(gwen.locator("#floor-stage")).to_be_focused()
    mine = amir.locator(f'[data-walker="{cast.gwen.id}"]')
    before = str(await mine.get_attribute("transform"))
    await press(gwen, "ArrowDown")
    await expect(mine).not_to_have_attribute("transform", before)

    await tab_to(gwen, "Walk to the desk", within=30)
    await press(gwen, "Space")
    await expect(amir.locator("[data-there=desk]")).to_contain_text("One neighbour")
    await expect(gwen.locator("#floor-desk details")).to_have_attribute("open", "")
    await tab_to(gwen, "Ask for a word alone", "Shift+Tab", within=5)
    await press(gwen, "Enter")
    assert await gwen.evaluate("document.querySelector('#queue').matches(':target')"), "the desk leads to the ticket"
    await tab_to(gwen, "Step out", "Shift+Tab", within=30)
    await press(gwen, "Enter")
    await expect(mine).to_have_count(0)
    await expect(gwen.get_by_role("button", name="Step in")).to_be_focused()


async def join(page: Page) -> None:
    await tab_to(page, "Join in under a name", within=40)
    await write(page, "Gwen")
    await press(page, "Enter")
    await expect(page.locator("#words")).to_be_visible()
    await expect(page.locator("#people-count")).to_contain_text("3")


async def ask(page: Page, words: str) -> None:
    await tab_to(page, "Your message or question", within=40)
    await write(page, words)
    await tab_to(page, "Ask as a question")
    await press(page, "Enter")
    await expect(page.locator("#waiting")).to_contain_text(words)


async def vote(page: Page) -> None:
    """For the other question; the focus stays on the button, which says that it is pressed."""
    await tab_to(page, "▲ I want this answered too. Votes: 0", within=30)
    await press(page, "Space")
    mine = page.locator("[data-part=vote][aria-pressed=true]")
    await expect(mine).to_have_text("▲ I want this answered too. Votes: 1")
    await expect(mine).to_be_focused()


async def take_a_ticket(page: Page) -> None:
    await tab_to(page, "Ask for a word alone", within=30)
    await press(page, "Enter")
    await tab_to(page, "Under 16")
    await press(page, "ArrowDown", "ArrowDown")
    await expect(page.get_by_label("18 or over").first).to_be_checked()
    await tab_to(page, "Join the queue")
    await press(page, "Enter")
    await expect(page.locator("#queue")).to_contain_text("Your place in the queue 1")
    await expect(page.locator("#queue-title")).to_be_focused()
