"""Rosa, whose phone is looked at, talks with Ada; the exit, the tab's history, and what is left on the screen."""

import re

from playwright.async_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room

SECRET = "He reads my phone when he is home"


async def _go_in(rosa: Page, ada: Page, room: Room) -> None:
    await rosa.goto(f"/surgeries/{room.id}")
    await ada.goto(f"/surgeries/{room.id}")
    await rosa.locator("#queue summary", has_text="Ask for a word alone").click()
    await rosa.get_by_label("18 or over").first.check()
    await rosa.get_by_role("button", name="Join the queue").click()
    await expect(rosa.locator("#queue")).to_contain_text("Your place in the queue")
    await ada.locator("#tab-queue").click()
    await ada.get_by_role("button", name="Call the next").click()
    await expect(rosa.locator("#queue")).to_contain_text("It is your turn")
    await expect(rosa.locator("#announcer")).to_contain_text("It is your turn")
    await rosa.get_by_role("button", name="Go in now").click()
    await rosa.wait_for_url("**/booths/*")
    await ada.locator("#queue").get_by_role("link", name="Go in").click()
    await ada.wait_for_url("**/booths/*")


async def _go_back(page: Page) -> None:
    """As the button does: a page that the browser kept as it was is shown without being loaded."""
    client = await page.context.new_cdp_session(page)
    history = await client.send("Page.getNavigationHistory")
    before = history["entries"][history["currentIndex"] - 1]
    await client.send("Page.navigateToHistoryEntry", {"entryId": before["id"]})


async def _say(page: Page, words: str) -> None:
    await page.get_by_label("Your message", exact=True).first.fill(words)
    await page.get_by_role("button", name="Send", exact=True).click()


async def test_rosa_talks_with_ada_and_leaves_by_three_shifts(room: Room, cast: Cast, browse: Browse):
    rosa, ada, tablet = await browse(cast.rosa, width=360), await browse(cast.ada), await browse(cast.rosa)
    await rosa.goto("/rules")
    await _go_in(rosa, ada, room)
    await _say(rosa, SECRET)
    await expect(ada.locator("#log")).to_contain_text(SECRET)
    await _say(ada, "Is it safe to write now?")
    await expect(rosa.locator("#log")).to_contain_text("Is it safe to write now?")
    booth = rosa.url
    await tablet.goto(booth)
    await expect(tablet.locator("#log")).to_contain_text(SECRET)

    for _time in range(3):
        await rosa.keyboard.press("Shift")
    await rosa.wait_for_url("**/weather")
    await tablet.wait_for_url("**/weather")
    await expect(ada.locator("#who")).to_contain_text("in a hurry")
    await _go_back(rosa)
    # The booth stood in the place of the room, and the neutral page in that of the booth.
    await expect(rosa).to_have_url(re.compile(r"/rules$"))
    await rosa.goto(booth)
    await expect(rosa.locator("main")).not_to_contain_text(SECRET)
    assert await rosa.evaluate("Object.keys(sessionStorage).length") == 0

    await rosa.goto("/booths")
    await rosa.get_by_role("button", name="Go back").click()
    await expect(rosa.locator("#log")).to_contain_text(SECRET)


async def test_capital_letters_do_not_leave_the_page(room: Room, cast: Cast, browse: Browse):
    rosa, ada = await browse(cast.rosa), await browse(cast.ada)
    await _go_in(rosa, ada, room)
    await rosa.get_by_label("Your message", exact=True).first.focus()
    for letter in "ABCD":
        await rosa.keyboard.press(f"Shift+{letter}")
    await rosa.keyboard.press("Shift")
    await expect(rosa.locator("#exit-said")).to_contain_text("2 more times")
    assert "/booths/" in rosa.url


async def test_the_red_button_works_without_scripts(room: Room, cast: Cast, browse: Browse):
    rosa, ada, plain = await browse(cast.rosa), await browse(cast.ada), await browse(cast.rosa, scripts=False)
    await _go_in(rosa, ada, room)
    booth = rosa.url
    await plain.goto(booth)
    await plain.get_by_role("link", name="Leave this page quickly").click()
    await plain.wait_for_url("**/weather")
    await _go_back(plain)
    await expect(plain).to_have_url(booth)
    await expect(plain.locator("main")).not_to_contain_text("Ada Okafor")
    await rosa.wait_for_url("**/weather")


async def test_the_conversation_ends_on_both_screens(room: Room, cast: Cast, browse: Browse):
    rosa, ada = await browse(cast.rosa), await browse(cast.ada)
    await _go_in(rosa, ada, room)
    await _say(rosa, SECRET)
    await expect(ada.locator("#log")).to_contain_text(SECRET)
    await ada.get_by_text("End the conversation").click()
    await ada.get_by_role("button", name="End it now").click()
    await expect(rosa.locator("#standing")).to_contain_text("The conversation has ended")
    await expect(rosa.locator("#words")).to_be_hidden()
    await rosa.reload()
    await expect(rosa.locator("main")).not_to_contain_text(SECRET)
