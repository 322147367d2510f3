"""Holding a surgery without a mouse, and what a screen reader hears of it."""

import pytest
from playwright.async_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.journeys.hearing import in_this_order, listen
from tests.journeys.keys import press, tab_to, write
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def enter(page: Page, room: Room) -> None:
    await page.goto(f"/surgeries/{room.id}")
    await expect(page.locator("#people-count")).not_to_be_empty()
    await listen(page)


async def test_ada_holds_an_evening_by_keyboard_and_rosa_hears_it(browse: Browse, cast: Cast, room: Room):
    ada, rosa = await browse(cast.ada), await browse(cast.rosa)
    seat = await room.enter(cast.amir)
    await seat.ask("When are the lamps mended?")
    await enter(ada, room)
    await enter(rosa, room)

    await press(ada, "w")
    await write(ada, "Good evening, may we begin?")
    await press(ada, "Control+Enter")
    await expect(ada.locator("#log-list li", has_text="may we begin?")).to_be_visible()
    await expect(ada.locator("#log-list li", has_text="Key moment")).to_have_count(0)

    await leave_the_field(ada)
    await press(ada, "a")
    await write(ada, "On Tuesday")
    await tab_to(ada, "Send the answer")
    await press(ada, "Enter")
    await expect(rosa.locator("#log-list li", has_text="On Tuesday")).to_be_visible()

    await hold_a_poll(ada)
    choice = rosa.locator("#poll-open input[name=option]").nth(1)
    await choice.focus()
    await press(rosa, "Space")
    await tab_to(rosa, "Vote")
    await press(rosa, "Enter")
    await expect(ada.locator("#poll-open [data-part=count]").nth(1)).to_have_text("1")
    await tab_to(ada, "Close the poll")
    await press(ada, "Enter")
    await expect(ada.locator("#polls-closed .poll")).to_be_visible()

    await press(ada, "m", "s")
    await write(ada, "That went well")
    await tab_to(ada, "Tell the staff")
    await press(ada, "Enter")
    await expect(ada.locator("#notes li", has_text="That went well")).to_be_visible()
    await expect(rosa.locator("#log-list li", has_text="Key moment")).to_be_visible()
    await in_this_order(
        rosa, "Ada Okafor: Good evening", "Ada Okafor answers: On Tuesday",
        "A poll is open: Where first? You can pick: The park; The station.",
        "The poll has closed. Where first? The park: 0; The station: 1.", "Key moment",
    )  # fmt: skip
    assert "That went well" not in " ".join(await rosa.evaluate("window.heard"))


async def test_shortcuts_never_fire_while_typing_and_can_be_switched_off(browse: Browse, cast: Cast, room: Room):
    ada = await browse(cast.ada)
    await enter(ada, room)
    await press(ada, "?")
    await expect(ada.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    await press(ada, "m", "Escape", "w")
    await write(ada, "mmm ?14")
    await expect(ada.locator("#words")).to_have_value("mmm ?14")
    await leave_the_field(ada)
    await press(ada, "Control+m", "Alt+m", "?", "Space", "Escape")
    await press(ada, "m", "4")
    await expect(ada.get_by_role("tab", name="Questions")).to_have_attribute("aria-selected", "true")
    await ada.reload()
    await press(ada, "m")
    await ada.get_by_role("button", name="Keyboard shortcuts").press("Enter")
    await press(ada, "Space", "Escape")
    assert "moment_marked" not in str(await room.log()), "nothing so far may have marked anything"
    await leave_the_field(ada)
    await press(ada, "m")
    await expect(ada.locator("#log-list li", has_text="Key moment")).to_have_count(1)


async def test_arrow_keys_go_from_part_to_part_of_the_console(browse: Browse, cast: Cast, room: Room):
    ada = await browse(cast.ada)
    await enter(ada, room)
    await press(ada, "1", "ArrowRight", "ArrowRight")
    await expect(ada.get_by_role("tab", name="Held")).to_be_focused()
    await expect(ada.locator("#part-held")).to_be_visible()
    await expect(ada.locator("#part-questions")).to_be_hidden()
    await press(ada, "End", "ArrowRight", "ArrowLeft", "ArrowLeft")
    await expect(ada.get_by_role("tab", name="Staff talk")).to_be_focused()
    await press(ada, "Tab")
    assert await ada.evaluate("document.activeElement.closest('#part-talk') !== null"), "then into the part itself"
    await ada.goto(f"/surgeries/{room.id}#people")
    await expect(ada.locator("#people")).to_be_visible()


async def test_without_scripts_the_console_is_one_part_after_the_other(browse: Browse, cast: Cast, room: Room):
    ada = await browse(cast.ada, scripts=False, width=360)
    await ada.goto(f"/surgeries/{room.id}")
    for part in ("questions", "queue", "held", "polls", "people", "talk", "tools"):
        await expect(ada.locator(f"#part-{part}")).to_be_visible()
    await ada.locator("#tab-tools").click()
    await ada.get_by_label("What is talked about now").fill("Street lights")
    await ada.get_by_role("button", name="Mark it").click()
    await expect(ada.locator("#log-list")).to_contain_text("Key moment: Street lights")


async def leave_the_field(page: Page) -> None:
    """To the button after it, where a single key is not typing."""
    await press(page, "Tab")


async def hold_a_poll(ada: Page) -> None:
    await press(ada, "4")
    await expect(ada.get_by_role("tab", name="Polls")).to_be_focused()
    await press(ada, "Tab")
    await write(ada, "Where first?", "The park", "The station")
    await press(ada, "Enter")
    await expect(ada.locator("#poll-open .poll")).to_be_visible()
