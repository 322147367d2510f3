"""The same job without JavaScript: every act is a form, and every page is whole."""

import pytest
from playwright.async_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.journeys.test_three_browsers import TITLE, find_the_surgery, join_as, open_it, plan_a_surgery, write

pytestmark = pytest.mark.browser


async def test_gwen_does_it_all_without_scripts(browse: Browse, cast: Cast):
    gwen = await browse(scripts=False, width=360)
    ada, mo = await browse(cast.ada, scripts=False), await browse(cast.mo, scripts=False)
    await plan_a_surgery(ada)
    await find_the_surgery(gwen)
    room = gwen.url
    await open_it(ada)

    await gwen.reload()
    await join_as(gwen, "Gwen")
    await write(gwen, "When will the lights in Salisbury Road be mended?", "Ask as a question")
    await expect(gwen.locator("#log").get_by_text("Salisbury Road")).to_be_visible()
    await mend_what_was_warned_of(gwen)
    held = await be_held(gwen)

    await ada.goto(room)
    question = ada.locator("#questions [data-question]", has_text="Salisbury Road")
    await question.locator("summary").click()
    await question.get_by_label("Your answer").fill("On Tuesday, says the council")
    await question.get_by_role("button", name="Send the answer").click()
    await expect(ada.locator("#log-list li", has_text="On Tuesday")).to_be_visible()

    await decide(mo, room, held)
    await gwen.locator("a", has_text="Refresh").click()
    await gwen.reload()
    await expect(gwen.locator("#log-list li", has_text="On Tuesday").get_by_text("Verified officer")).to_be_visible()
    await expect(gwen.locator("#log-list li", has_text=held)).to_be_visible()
    await expect(gwen.get_by_text("I will mend it myself")).to_have_count(0)

    await ada.locator("summary", has_text="Close the surgery").click()
    await ada.get_by_role("button", name="Close the surgery").click()
    await gwen.reload()
    await expect(gwen.locator("#words")).to_be_hidden()
    await gwen.goto(f"{room}/transcript")
    await expect(gwen.get_by_role("heading", name=TITLE)).to_be_visible()
    await expect(gwen.locator("article.transcript")).to_contain_text("On Tuesday, says the council")
    await expect(gwen.get_by_text("I will mend it myself")).to_have_count(0)


async def mend_what_was_warned_of(resident: Page) -> None:
    await write(resident, "I will mend it myself, ring 07700 900123")
    await expect(resident.locator("#warning")).to_contain_text("looks like a phone number")
    await expect(resident.locator("#words")).to_have_value("I will mend it myself, ring 07700 900123")
    await write(resident, "I will mend it myself, then")
    await expect(resident.locator("#log-list li", has_text="I will mend it myself, then")).to_be_visible()


async def be_held(resident: Page) -> str:
    await write(resident, "Or ring me on 07700 900123")
    await resident.get_by_role("button", name="Send it as it is").click()
    await expect(resident.locator("#held")).to_contain_text("07700 900123")
    return "07700 900123"


async def decide(moderator: Page, room: str, held: str) -> None:
    await moderator.goto(room)
    await moderator.locator("#held li", has_text=held).get_by_role("button", name="Approve").click()
    await expect(moderator.locator("#log-list li", has_text=held)).to_be_visible()
    message = moderator.locator("#log-list li", has_text="I will mend it myself")
    await message.locator("summary").click()
    await message.get_by_label("Reason").fill("Leave it to the council")
    await message.get_by_role("button", name="Take down").click()
    await expect(moderator.locator("#log-list li", has_text="Taken down.")).to_be_visible()


async def test_amir_changes_and_takes_back_his_words_without_scripts(browse: Browse, cast: Cast):
    ada, amir = await browse(cast.ada, scripts=False), await browse(cast.amir, scripts=False)
    await plan_a_surgery(ada)
    await open_it(ada)
    await amir.goto(ada.url)
    await write(amir, "Half past si")
    message = amir.locator("#log-list li", has_text="Half past si")
    await message.locator("summary").click()
    await message.get_by_role("link", name="Edit").click()
    await amir.get_by_label("Your message").fill("Half past six")
    await amir.get_by_role("button", name="Save the change").click()
    await expect(message).to_contain_text("Half past six")
    await expect(message).to_contain_text("edited")
    await message.locator("summary").click()
    await message.get_by_role("button", name="Take it back").click()
    await expect(amir.locator("#log-list li", has_text="Taken back by its author")).to_be_visible()
    await expect(amir.get_by_text("Half past si")).to_have_count(0)


async def test_amir_flags_a_message_without_scripts(browse: Browse, cast: Cast):
    ada, amir = await browse(cast.ada, scripts=False), await browse(cast.amir, scripts=False)
    await plan_a_surgery(ada)
    await open_it(ada)
    await write(ada, "Good evening")
    await amir.goto(ada.url)
    message = amir.locator("#log-list li", has_text="Good evening")
    await message.locator("summary").click()
    await message.get_by_role("link", name="Flag").click()
    await amir.get_by_role("radio").last.check()
    await amir.get_by_role("button", name="Send to the moderators").click()
    await expect(amir.get_by_role("heading", name="Thank you")).to_be_visible()
    await amir.get_by_role("main").get_by_role("link", name="Back to the room").first.click()
    await expect(amir.locator("#log-list li", has_text="Good evening")).to_be_visible()
