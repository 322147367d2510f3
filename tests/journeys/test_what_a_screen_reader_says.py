"""What somebody hears who does not see the room, in order: joins never, officers first, many at once as a number."""

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from foundation import clock
from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.journeys.hearing import heard_until, in_this_order, listen
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def come_in(page: Page, path: str) -> Page:
    await page.goto(path)
    await expect(page.locator("#people-count")).not_to_be_empty()
    await listen(page)
    return page


async def test_joins_are_silent_officers_come_first_and_many_are_counted(browse: Browse, cast: Cast, room: Room):
    rosa = await come_in(await browse(cast.rosa), f"/surgeries/{room.id}")
    amir, gwen, ada = [await room.enter(member) for member in (cast.amir, cast.gwen, cast.ada)]
    await expect(rosa.locator("#people-count")).to_contain_text("4")
    assert await rosa.evaluate("window.heard") == [], "who comes in is not announced"

    await amir.say("Good evening")
    await gwen.say("Hello there")
    await ada.say("Welcome, all")
    first = await heard_until(rosa, "Welcome, all")
    assert first == ["Ada Okafor: Welcome, all", "Amir Khan: Good evening", "Gwen: Hello there"]

    for words in ("One thing", "Another thing", "A third thing"):
        await amir.say(words)
    await ada.say("One after the other, please")
    second = await heard_until(rosa, "One after the other")
    assert second[3:] == ["Ada Okafor: One after the other, please", "3 new messages"]
    assert await rosa.locator("#log").get_attribute("aria-live") == "off", "what is announced is not read twice"


async def test_a_short_evening_is_told_in_order(browse: Browse, cast: Cast, room: Room):
    rosa = await come_in(await browse(cast.rosa), f"/surgeries/{room.id}")
    amir, ada = await room.enter(cast.amir), await room.enter(cast.ada)
    question = await amir.ask("Who empties the bins?")
    await heard_until(rosa, "Amir Khan asks: Who empties the bins?")
    await ada.ok("pick_question", id=question)
    await heard_until(rosa, "Now answering: Who empties the bins?")
    await ada.ok("open_poll", question="Where next?", options=["Here", "The park"])
    await heard_until(rosa, "A poll is open")
    day = (clock.now() + timedelta(days=3)).date().isoformat()
    await ada.ok("promise_question", id=question, text="I will ask.", due_on=day, owner_id=cast.ada.id)
    await heard_until(rosa, "PC Ada Okafor will answer by")
    await room.act("close")
    await in_this_order(
        rosa,
        "Amir Khan asks: Who empties the bins?",
        "Now answering: Who empties the bins?",
        "A poll is open: Where next? You can pick: Here; The park.",
        "PC Ada Okafor will answer by",
        "The surgery is closed.",
    )


async def test_words_that_were_taken_down_are_not_read_out_any_more(browse: Browse, cast: Cast, room: Room):
    rosa = await come_in(await browse(cast.rosa), f"/surgeries/{room.id}")
    amir, mo = await room.enter(cast.amir), await room.enter(cast.mo)
    message = (await amir.say("It was Wilf Jones of number nine"))["id"]
    await heard_until(rosa, "Wilf Jones")
    assert "Wilf Jones" in await rosa.locator("#announcer").inner_text()
    await mo.ok("hide_message", id=message, reason="It names somebody.")
    await expect(rosa.locator("#log")).to_contain_text("Taken down.")
    assert "Wilf Jones" not in await rosa.locator("body").inner_text()


async def test_what_concerns_rosa_alone_is_said_at_once(browse: Browse, cast: Cast, room: Room):
    ada = await room.enter(cast.ada)
    rosa = await come_in(await browse(cast.rosa), f"/surgeries/{room.id}")
    await rosa.locator("#queue summary", has_text="Ask for a word alone").click()
    await rosa.get_by_label("18 or over").first.check()
    await rosa.get_by_role("button", name="Join the queue").click()
    await heard_until(rosa, "Your place in the queue 1")
    await ada.ok("call_next")
    await in_this_order(rosa, "Your place in the queue 1", "It is your turn")


async def test_the_office_is_told_without_its_walkers(browse: Browse, cast: Cast, room: Room):
    amir = await browse(cast.amir)
    rosa = await come_in(await browse(cast.rosa), f"/surgeries/{room.id}/office")
    await amir.goto(f"/surgeries/{room.id}/office")
    await amir.get_by_role("button", name="Step in").click()
    await amir.get_by_role("button", name="Walk to the board").click()
    await expect(rosa.locator("[data-there=board]")).to_have_text("One neighbour is at the notice board.")
    assert await rosa.evaluate("window.heard") == [], "who walks is not announced: the list says it to who asks"

    await rosa.get_by_role("button", name="Step in").click()
    await heard_until(rosa, "Tap where you want to go")
    await rosa.get_by_role("button", name="Walk to the sofa").click()
    await heard_until(rosa, "You are")
    await room.act("close")
    await in_this_order(
        rosa, "Tap where you want to go", "You are", "The surgery is closed.", "The sign on the door says: Closed"
    )
