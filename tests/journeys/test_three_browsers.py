"""The main job, in three browsers at once: from a postcode to the transcript."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Page, expect

from foundation import clock
from tests.cast import HOME, Cast
from tests.journeys.conftest import Browse

pytestmark = pytest.mark.browser
TITLE = "Bikes and street lights"


async def test_gwen_finds_her_officer_asks_and_reads_the_transcript(browse: Browse, cast: Cast):
    gwen, ada, mo = await browse(width=360), await browse(cast.ada), await browse(cast.mo)
    await plan_a_surgery(ada)
    await find_the_surgery(gwen)
    await mo.goto(gwen.url)
    await open_it(ada)

    await join_as(gwen, "Gwen")
    await expect(mo.locator("#people-count")).to_contain_text("3")
    await write(gwen, "When will the lights in Salisbury Road be mended?", "Ask as a question")
    for page in (gwen, ada, mo):
        await expect(page.locator("#log").get_by_text("Salisbury Road")).to_be_visible()
    await answer(ada, "On Tuesday, says the council")
    for page in (gwen, mo):
        said = page.locator("#log-list li", has_text="On Tuesday, says the council")
        await expect(said).to_be_visible()
        await expect(said.get_by_text("Verified officer")).to_be_visible()

    await write(gwen, "My neighbour is a thief, everybody knows")
    await take_down(mo, "everybody knows", "A rumour about somebody")
    for page in (gwen, ada, mo):
        await expect(page.get_by_text("everybody knows")).to_have_count(0)
    await give_a_number_and_be_read_first(gwen, ada, mo)

    await ada.locator("summary", has_text="Close the surgery").click()
    await ada.get_by_role("button", name="Close the surgery").click()
    await expect(gwen.locator("#words")).to_be_hidden()
    await gwen.locator("#standing").get_by_role("link", name="Read the transcript").click()
    await expect(gwen.get_by_role("heading", name=TITLE)).to_be_visible()
    transcript = gwen.locator("article.transcript")
    for words in ("Salisbury Road", "On Tuesday, says the council", "Verified officer"):
        await expect(transcript.get_by_text(words).last).to_be_visible()
    await expect(transcript.get_by_text("everybody knows")).to_have_count(0)


async def plan_a_surgery(officer: Page) -> None:
    """For tomorrow evening, on the clock of the force."""
    await officer.goto(f"/neighbourhoods/{HOME}")
    await officer.get_by_role("button", name="Schedule a surgery").click()
    tomorrow = clock.now().astimezone(ZoneInfo("Europe/London")) + timedelta(days=1)
    await officer.get_by_label("Title").fill(TITLE)
    await officer.get_by_label("Day").fill(f"{tomorrow:%Y-%m-%d}")
    await officer.get_by_label("Opens at").fill("18:00")
    await officer.get_by_label("Ends at").fill("19:00")
    await officer.get_by_role("button", name="Announce it").click()
    await expect(officer.get_by_role("heading", name=TITLE)).to_be_visible()


async def find_the_surgery(resident: Page) -> None:
    """By postcode, from the first page."""
    await resident.goto("/")
    await resident.get_by_label("Your postcode").fill("cf10 1aa")
    await resident.get_by_role("button", name="Find your officers").click()
    await expect(resident.get_by_role("heading", name="Cathays", exact=True)).to_be_visible()
    await expect(resident.get_by_text("Ada Okafor").first).to_be_visible()
    await resident.get_by_role("link", name=TITLE, exact=True).click()
    await expect(resident.get_by_text("Scheduled", exact=True)).to_be_visible()


async def open_it(officer: Page) -> None:
    await officer.locator("summary", has_text="Open now").click()
    await officer.get_by_role("button", name="Open now").click()
    await expect(officer.locator("#words")).to_be_visible()


async def join_as(resident: Page, name: str) -> None:
    await resident.get_by_label("Join in under a name").fill(name)
    await resident.get_by_role("button", name="Join", exact=True).click()
    await expect(resident.locator("#words")).to_be_visible()


async def write(page: Page, words: str, button: str = "Send") -> None:
    await page.locator("#words").fill(words)
    await page.locator("#compose").get_by_role("button", name=button, exact=True).click()


async def answer(officer: Page, words: str) -> None:
    question = officer.locator("#questions [data-question]")
    await question.locator("summary").click()
    await question.get_by_label("Your answer").fill(words)
    await question.get_by_role("button", name="Send the answer").click()


async def take_down(moderator: Page, words: str, reason: str) -> None:
    message = moderator.locator("#log-list li", has_text=words)
    await message.locator("summary").click()
    await message.get_by_label("Reason").fill(reason)
    await message.get_by_role("button", name="Take down").click()


async def give_a_number_and_be_read_first(resident: Page, officer: Page, moderator: Page) -> None:
    await write(resident, "Ring me on 07700 900123 about the bike")
    pending = resident.locator("#pending li")
    await expect(pending).to_contain_text("looks like a phone number")
    await pending.get_by_role("button", name="Send it as it is").click()
    await expect(resident.locator("#held")).to_contain_text("07700 900123")
    held = moderator.locator("#held li", has_text="07700 900123")
    await expect(held).to_be_visible()
    await held.get_by_role("button", name="Approve").click()
    for page in (resident, officer):
        await expect(page.locator("#log-list li", has_text="07700 900123")).to_be_visible()
    await expect(resident.locator("#held")).to_be_hidden()
