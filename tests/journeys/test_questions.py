"""Questions in browsers: wanted by neighbours, merged, answered now, promised, and nothing moves under a finger."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser

LIGHTS = "Why are the street lights out on Lowther Road?"
BINS = "Who empties the bins on Crwys Road?"


async def _enter(page: Page, room: Room) -> Page:
    await page.goto(f"/surgeries/{room.id}")
    await expect(page.locator("#people-count")).to_contain_text("here")
    return page


def _asked(page: Page, words: str) -> Locator:
    return page.locator("#questions [data-question]", has_text=words)


async def _ask(page: Page, words: str) -> None:
    await page.fill("#words", words)
    await page.get_by_role("button", name="Ask as a question").click()
    await expect(_asked(page, words).first).to_be_visible()


async def test_amir_votes_instead_of_asking_again_and_the_order_waits_for_rosas_pointer(
    browse: Browse, room: Room, cast: Cast
):
    watching = await browse(cast.rosa)
    await watching.clock.install()
    rosa, amir = await _enter(watching, room), await _enter(await browse(cast.amir, width=360), room)
    await _ask(rosa, BINS)
    await _ask(rosa, LIGHTS)
    waiting = rosa.locator("#waiting > li")
    await expect(waiting.first).to_contain_text("bins")
    await expect(_asked(rosa, LIGHTS).get_by_role("button", name="I want this answered too")).to_have_count(0)
    await rosa.locator("#questions-title").hover()

    await amir.locator("#words").press_sequentially("street lights on lowther rd are broken")
    await amir.get_by_role("button", name="Vote for it instead").click()
    await expect(amir.locator("#words")).to_have_value("")
    await expect(_asked(amir, LIGHTS).locator("[aria-pressed]")).to_have_attribute("aria-pressed", "true")
    await expect(_asked(rosa, LIGHTS).locator(".room-vote__count [data-part=votes]")).to_have_text("1")
    await rosa.clock.run_for(1200)  # ms; the page looks every 500 whether it may change the order
    await expect(waiting.first).to_contain_text("bins")
    await rosa.mouse.move(5, 5)
    await expect(waiting.first).to_contain_text("street lights")

    await rosa.get_by_role("link", name="Newest", exact=True).last.click()
    await expect(rosa.locator("#questions")).to_have_attribute("data-order", "newest")
    await rosa.get_by_role("link", name="Unanswered").click()
    await expect(rosa.locator("[data-stand-list=answered]")).to_be_hidden()


async def test_ada_answers_now_merges_and_promises_and_rosa_sees_each(browse: Browse, room: Room, cast: Cast):
    rosa, amir = await _enter(await browse(cast.rosa, width=360), room), await _enter(await browse(cast.amir), room)
    ada = await _enter(await browse(cast.ada), room)
    await _ask(rosa, LIGHTS)
    await _ask(amir, "Lights on Lowther Road, when are they mended?")
    await _ask(amir, BINS)

    await _asked(ada, LIGHTS).get_by_role("button", name="Answer now").click()
    await expect(rosa.locator("#answering")).to_contain_text(LIGHTS)

    await _asked(ada, "when are they mended").get_by_role("link", name="Merge, promise or close").click()
    dialog = ada.locator("#decide-dialog")
    await dialog.locator("summary", has_text="It is like another one").click()
    await dialog.get_by_label("Put it together with").select_option(label=LIGHTS)
    await dialog.get_by_role("button", name="Put them together").click()
    await expect(rosa.locator("#waiting > li", has_text=LIGHTS).locator("[data-part=alike] > li")).to_have_count(1)

    await _asked(ada, BINS).get_by_role("link", name="Merge, promise or close").click()
    await dialog.locator("summary", has_text="Promise an answer").click()
    await dialog.get_by_label("What you promise").fill("I will ask the council.")
    today = await dialog.get_by_label("By which day").get_attribute("min")
    await dialog.get_by_label("By which day").fill(str(today))
    await dialog.get_by_role("button", name="Make the promise").click()
    await expect(rosa.locator("#promised")).to_contain_text("I will ask the council.")
    await expect(rosa.locator("#promised")).to_contain_text("PC Ada Okafor")

    # What a moderator takes down is gone from every place that quoted it.
    mo = await _enter(await browse(cast.mo), room)
    tools = mo.locator("#log-list li[data-kind=question]", has_text=LIGHTS)
    await tools.locator("summary").click()
    await tools.get_by_label("Reason, which its author reads").fill("Somebody is named")
    await tools.get_by_role("button", name="Take down").click()
    await expect(rosa.locator("#answering")).to_be_hidden()
    await expect(rosa.get_by_text(LIGHTS)).to_have_count(0)
    await expect(rosa.locator("#waiting > li", has_text="when are they mended")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
async def test_ada_asks_while_it_goes_on_whether_a_question_may_go_to_the_forum(
    browse: Browse, room: Room, cast: Cast, scripts: bool
):
    await (await room.enter(cast.rosa)).ask(BINS)
    ada = await browse(cast.ada, width=360, scripts=scripts)
    await ada.goto(f"/surgeries/{room.id}#questions")
    if scripts:
        await expect(ada.locator("#people-count")).to_contain_text("here")
    await _asked(ada, BINS).get_by_role("link", name="Merge, promise or close").click()
    if scripts:
        await ada.locator("#decide-dialog summary", has_text="It can go on in the forum").click()
    await ada.get_by_role("button", name="Make it a topic of the forum").click()
    await expect(ada.get_by_text("has not answered yet")).to_be_visible()
    rosa = await browse(cast.rosa)
    await rosa.goto("/notices")
    await expect(rosa.get_by_text("the forum").first).to_be_visible()
