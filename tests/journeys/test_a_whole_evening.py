"""One evening of a neighbourhood in five browsers, from the lobby to a promise that is kept three days later.

Rosa has a phone, Amir a computer in the dark, Gwen comes as a guest; Ada holds it, Mo moderates.
"""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.async_api import Locator, Page, expect

from foundation import clock
from tests.cast import HOME, Cast
from tests.journeys.coming_back import signed_in_again
from tests.journeys.conftest import Browse
from tests.journeys.test_three_browsers import join_as, write
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
LIGHTS = "Why are the street lights out on Lowther Road?"
LAMPS = "The lamps on Lowther Road are dark, who mends them?"
BINS = "Who empties the bins on Crwys Road?"
MENDED = "The council mends them on Tuesday"
SECRET = "My brother sells it to children"
PROMISE = "I will ask the council who empties them."
OUTCOME = "The council empties them each Monday from now on."


@dataclass(frozen=True)
class Evening:
    """Everybody's browser, and the room."""

    room: Room
    rosa: Page
    amir: Page
    gwen: Page
    ada: Page
    mo: Page

    @property
    def path(self) -> str:
        return f"/surgeries/{self.room.id}"

    @property
    def neighbours(self) -> tuple[Page, ...]:
        return self.rosa, self.amir, self.gwen

    @property
    def everybody(self) -> tuple[Page, ...]:
        return *self.neighbours, self.ada, self.mo


async def test_an_evening_from_the_lobby_to_a_promise_kept(browse: Browse, cast: Cast, scheduled: Room):
    evening = Evening(
        scheduled,
        await browse(cast.rosa, width=360),
        await browse(cast.amir, dark=True),
        await browse(width=360),
        await browse(cast.ada),
        await browse(cast.mo),
    )
    await wait_in_the_lobby(evening)
    await open_by_the_clock(evening)
    await ask_and_want(evening)
    await merge_and_answer(evening)
    await walk_in_the_office(evening)
    await have_a_word_alone(evening)
    await hold_a_poll(evening)
    await close_and_promise(evening)
    await write_the_minutes(evening)
    await keep_the_promise_three_days_later(evening, cast)


async def wait_in_the_lobby(evening: Evening) -> None:
    """A quarter of an hour before: who waits is counted, and one question is put early."""
    clock.move(timedelta(minutes=46))
    rosa, ada = evening.rosa, evening.ada
    for page in (rosa, evening.amir, ada, evening.mo):
        await page.goto(evening.path)
    await expect(rosa.locator(".room-lobby [data-count=people]")).to_have_text("4")
    await expect(rosa.locator(".room-lobby")).to_contain_text("You can put your question now")
    await expect(rosa.locator("#compose").get_by_role("button", name="Send", exact=True)).to_be_hidden()
    await write(rosa, LIGHTS, "Ask as a question")
    await expect(asked(ada, LIGHTS)).to_be_visible()


async def open_by_the_clock(evening: Evening) -> None:
    """Nobody presses anything: it opens at its time, on every screen; then Gwen comes, under a name."""
    clock.move(timedelta(minutes=14))
    for page in (evening.rosa, evening.amir, evening.ada, evening.mo):
        await expect(page.locator(".room-head__status").get_by_text("Open", exact=True)).to_be_visible()
    await expect(evening.rosa.locator(".room-lobby")).to_be_hidden()
    await evening.gwen.goto(evening.path)
    await join_as(evening.gwen, "Gwen")
    await expect(evening.mo.locator("#people-count")).to_contain_text("5")


async def ask_and_want(evening: Evening) -> None:
    """Gwen asks what was asked before, Amir about something else, and Rosa's question is wanted most."""
    await write(evening.amir, BINS, "Ask as a question")
    await write(evening.gwen, LAMPS, "Ask as a question")
    for page in (evening.amir, evening.gwen):
        await asked(page, LIGHTS).get_by_role("button", name="I want this answered too").click()
    for page in evening.everybody:
        await expect(asked(page, LIGHTS)).to_have_attribute("data-votes", "2")
    await expect(evening.mo.locator("#waiting > li").first).to_contain_text(LIGHTS)


async def merge_and_answer(evening: Evening) -> None:
    """What is asked alike becomes one question: Gwen's vote for it counts no more, she is an asker of it herself."""
    ada = evening.ada
    await asked(ada, LAMPS).get_by_role("link", name="Merge, promise or close").click()
    dialog = ada.locator("#decide-dialog")
    await dialog.locator("summary", has_text="It is like another one").click()
    await dialog.get_by_label("Put it together with").select_option(label=LIGHTS)
    await dialog.get_by_role("button", name="Put them together").click()
    for page in evening.everybody:
        await expect(asked(page, LIGHTS).locator("[data-part=alike] > li")).to_contain_text(LAMPS)

    await asked(ada, LIGHTS).get_by_role("button", name="Answer now").first.click()
    for page in evening.everybody:
        await expect(page.locator("#answering")).to_contain_text(LIGHTS)
    await answer_of(ada, LIGHTS, MENDED)
    for page in evening.everybody:
        said = page.locator("#log-list li", has_text=MENDED)
        await expect(said.get_by_text("Verified officer")).to_be_visible()
        await expect(page.locator("#answered > li")).to_contain_text(MENDED)


async def walk_in_the_office(evening: Evening) -> None:
    """Amir and Gwen see the room from above; he walks to the board, and what she says stands over her."""
    amir, gwen = evening.amir, evening.gwen
    for page in (amir, gwen):
        await page.get_by_role("link", name="See it from above").click()
        await page.get_by_role("button", name="Step in").click()
    for page in (amir, gwen):
        await expect(page.locator("#floor-people [data-walker]")).to_have_count(2)
    await expect(amir.locator("#floor-behind")).to_contain_text("Ada Okafor")
    await amir.get_by_role("button", name="Walk to the board").click()
    await expect(gwen.locator("[data-there=board]")).to_have_text("One neighbour is at the notice board.")
    await write(gwen, "Does anybody else feel safer now?")
    await expect(amir.locator(".floor-bubble")).to_contain_text("feel safer now")
    await expect(evening.rosa.locator("#log-list")).to_contain_text("feel safer now")


async def have_a_word_alone(evening: Evening) -> None:
    """Rosa takes a ticket, is called, and says in the booth what nobody else reads; the sign on the door says so."""
    rosa, ada = evening.rosa, evening.ada
    await rosa.locator("#queue summary", has_text="Ask for a word alone").click()
    await rosa.get_by_label("18 or over").first.check()
    await rosa.get_by_role("button", name="Join the queue").click()
    await expect(rosa.locator("#queue")).to_contain_text("Your place in the queue 1")
    await ada.locator("#tab-queue").click()
    await ada.get_by_role("button", name="Call the next").click()
    await rosa.get_by_role("button", name="Go in now").click()
    await rosa.wait_for_url("**/booths/*")
    await ada.locator("#queue").get_by_role("link", name="Go in").click()
    await expect(evening.amir.locator("#floor-door-words")).to_contain_text("With someone")
    await rosa.locator("#words").fill(SECRET)
    await rosa.locator("#compose").get_by_role("button", name="Send", exact=True).click()
    await expect(ada.locator("#log-list")).to_contain_text(SECRET)
    await ada.get_by_text("End the conversation").click()
    await ada.get_by_role("button", name="End it now").click()
    await expect(rosa.locator("#standing")).to_contain_text("The conversation has ended")
    for page in (rosa, ada):
        await page.goto(evening.path)
    await expect(evening.amir.locator("#floor-door-words")).to_have_text("Open. Come in.")
    for page in evening.everybody:
        await expect(page.locator("main")).not_to_contain_text(SECRET)


async def hold_a_poll(evening: Evening) -> None:
    """Everybody picks one, the bars follow, and the result goes into the log."""
    ada = evening.ada
    await ada.locator("#tab-polls").click()
    await ada.get_by_label("What you ask").fill("Where do we meet next?")
    await ada.get_by_label("Option 1").fill("Here")
    await ada.get_by_label("Option 2").fill("In the park")
    await ada.get_by_role("button", name="Open the poll").click()
    for page, place in zip(evening.neighbours, ("In the park", "In the park", "Here"), strict=True):
        poll = page.locator("#poll-open")
        await poll.get_by_role("radio", name=place).check()
        await poll.get_by_role("button", name="Vote").click()
    for page in evening.everybody:
        await expect(page.locator("#poll-open [data-part=count]")).to_have_text(["1", "2"])
    await ada.get_by_role("button", name="Close the poll").click()
    for page in evening.everybody:
        await expect(page.locator("#log-list")).to_contain_text("Here: 1; In the park: 2")


async def close_and_promise(evening: Evening) -> None:
    """The close leads to what remains, which is Amir's question: it becomes a promise by a day."""
    ada, amir = evening.ada, evening.amir
    await ada.locator("summary", has_text="Close the surgery").click()
    await ada.get_by_role("button", name="Close the surgery").click()
    for page in evening.neighbours:
        await expect(page.locator("[data-status-line=closed]")).to_be_visible()
        await expect(page.locator("#words")).to_be_hidden()
    await expect(amir.locator("#floor-people [data-walker]")).to_have_count(0)
    await expect(ada.get_by_role("heading", name="What remains")).to_be_visible()
    await expect(ada.locator(".room-remains__one")).to_have_count(1)
    await ada.get_by_text("Promise an answer: Amir Khan").click()
    await ada.get_by_label("What you promise").fill(PROMISE)
    await ada.get_by_label("By which day").fill(f"{clock.now() + timedelta(days=4):%Y-%m-%d}")
    await ada.get_by_role("button", name="Make the promise").click()
    await expect(ada.locator("main")).to_contain_text("Nothing remains")
    await expect(asked(amir, BINS)).to_contain_text(PROMISE)
    await expect(amir.locator("[data-unread-count]").first).to_have_text("1")


async def write_the_minutes(evening: Evening) -> None:
    """Drafted, worded, approved, published: neighbours read them, without a name or the word alone."""
    ada, gwen = evening.ada, evening.gwen
    await ada.goto(evening.path)
    await ada.get_by_role("link", name="Write the minutes").click()
    for name in ("Make the draft", "Approve the minutes", "Publish the minutes"):
        await ada.get_by_role("button", name=name).click()
    await gwen.goto(f"/neighbourhoods/{HOME}")
    await gwen.get_by_role("link", name="Minutes").click()
    minutes = gwen.locator(".minutes")
    for words in (LIGHTS, MENDED, PROMISE, "Where do we meet next?"):
        await expect(minutes).to_contain_text(words)
    for words in ("Rosa", "Amir", SECRET, "feel safer now"):
        await expect(minutes).not_to_contain_text(words)


async def keep_the_promise_three_days_later(evening: Evening, cast: Cast) -> None:
    """Ada says what came of it; Amir finds a notice, and the neighbourhood a promise kept."""
    clock.move(timedelta(days=3))
    ada, amir = evening.ada, evening.amir
    for page, member in ((ada, cast.ada), (amir, cast.amir)):
        await signed_in_again(page, evening.room.house.url, member)
    await ada.goto(f"/neighbourhoods/{HOME}/promises")
    await expect(ada.locator("[data-count=open]")).to_have_text("1")
    await ada.get_by_role("link", name="Say what came of it").click()
    await ada.get_by_label("It is kept: what came of it").fill(OUTCOME)
    await ada.get_by_role("button", name="Publish the outcome").click()

    await amir.goto("/notices")
    newest = amir.locator(".bl-notice").first
    await expect(newest).to_contain_text("New")
    await newest.get_by_role("button", name="Go there").click()
    await expect(asked(amir, BINS)).to_contain_text(OUTCOME)
    await evening.gwen.goto(f"/neighbourhoods/{HOME}/promises")
    await expect(evening.gwen.locator("[data-standing=kept]")).to_contain_text(OUTCOME)
    await expect(evening.gwen.locator("[data-count=kept]")).to_have_text("1")


def asked(page: Page, words: str) -> Locator:
    """A question beside the log."""
    return page.locator(
        "#questions li[data-question]", has=page.locator(":scope > .room-question__row", has_text=words)
    )


async def answer_of(officer: Page, question: str, words: str) -> None:
    reply = asked(officer, question).locator("details.room-question__reply").first
    await reply.locator("summary").click()
    await reply.get_by_label("Your answer").fill(words)
    await reply.get_by_role("button", name="Send the answer").click()
