"""Reading and answering by keys alone; the keys are listed, and can be switched off."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from forums.posting.outcomes import Outcome
from tests.cast import Cast
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse
from tests.journeys.keys import press, tab_to

pytestmark = pytest.mark.browser
KEYS = Path(__file__).parent.parent.parent / "frontend" / "static" / "js" / "forums" / "keys.js"
_KEY = re.compile(r'^ +"?(.)"?: ', re.MULTILINE)
"""One that `actOf` knows."""


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
async def topic(talk: Talk, cast: Cast) -> Outcome:
    topic = await talk.topic(cast.rosa)
    for number in range(4):
        await talk.reply(cast.huw, topic.topic_id, f"Sentence {number}")
    return topic


async def opened(browse: Browse, cast: Cast, topic: Outcome) -> Page:
    page = await browse(cast.amir)
    await page.goto(f"/topics/{topic.topic_id}")
    await expect(page.locator("#keys-open")).to_be_visible()
    return page


async def test_from_reply_to_reply_and_an_answer(browse: Browse, cast: Cast, topic: Outcome):
    page = await opened(browse, cast, topic)
    await press(page, "j")
    await expect(page.locator(":focus")).to_contain_text("It has been dark for a week")
    await press(page, "j", "j", "k")
    await expect(page.locator(":focus")).to_contain_text("Sentence 0")
    await press(page, "r")
    await expect(page.locator("[data-part=to-words]")).to_have_text("Reply to Huw Hughes")
    await page.keyboard.type("jkq? are letters here")
    await expect(page.locator("#body")).to_have_value("jkq? are letters here")
    await press(page, "Control+Enter")
    posted = page.locator(".forum-reply--deep", has_text="are letters here")
    await expect(posted).to_contain_text("Reply to Huw Hughes")


async def test_a_quote_without_leaving_the_page(browse: Browse, cast: Cast, topic: Outcome):
    page = await opened(browse, cast, topic)
    await press(page, "j", "j", "q")
    await expect(page.locator("#body")).to_have_value("> Sentence 0\n\n")


async def test_the_keys_are_listed_and_switched_off(browse: Browse, cast: Cast, topic: Outcome):
    page = await opened(browse, cast, topic)
    await press(page, "?")
    await expect(page.get_by_role("dialog")).to_contain_text("Reply to the one that you are at")
    await page.get_by_label("Shortcuts are on in this browser").uncheck()
    await page.get_by_role("button", name="Close").click()
    await press(page, "j")
    assert await page.locator(".forum-reply:focus").count() == 0
    await page.reload()
    await press(page, "j")
    assert await page.locator(".forum-reply:focus").count() == 0


async def test_to_the_search_of_the_page(browse: Browse, cast: Cast, topic: Outcome):
    page = await opened(browse, cast, topic)
    await press(page, "/")
    await expect(page.get_by_role("searchbox", name="Words to look for")).to_be_focused()
    await page.keyboard.type("dark/week")
    await press(page, "Enter")
    await page.wait_for_url("**/search?q=dark%2Fweek")


async def test_to_what_is_new(browse: Browse, talk: Talk, cast: Cast, topic: Outcome):
    page = await opened(browse, cast, topic)
    await press(page, "n")
    await expect(page.locator("#forum-said")).to_have_text("There is none.")
    await talk.reply(cast.huw, topic.topic_id, "Something new")
    await expect(page.get_by_role("button", name="1 new reply")).to_be_visible()
    await press(page, "n")
    await expect(page.locator(":focus")).to_contain_text("Something new")


async def test_each_key_that_does_something_is_listed_and_no_other(browse: Browse, cast: Cast, topic: Outcome):
    page = await opened(browse, cast, topic)
    await press(page, "?")
    listed = await page.get_by_role("dialog").locator("kbd").all_inner_texts()
    assert sorted(listed) == sorted(_KEY.findall(KEYS.read_text().partition("return {")[2].partition("}[key]")[0]))
    assert len(listed) == 7
    for does in await page.get_by_role("dialog").locator("tbody td").all_inner_texts():
        assert does.strip()


async def test_a_screen_reader_goes_by_headings(browse: Browse, cast: Cast, topic: Outcome):
    page = await opened(browse, cast, topic)
    await expect(page.get_by_role("heading", name="Reply 2, by Huw Hughes Verified officer Sgt 2210")).to_be_visible()
    await expect(page.get_by_role("heading", name="The topic, by Rosa Jones")).to_be_visible()
    await expect(page.get_by_role("link", name="Reply to number 3")).to_be_visible()


async def test_every_tool_of_a_reply_is_reached_by_tab(browse: Browse, cast: Cast, topic: Outcome):
    page = await opened(browse, cast, topic)
    await press(page, "j", "j")
    for name in ("Reply to number 2", "Quote 2", "Flag 2"):
        await tab_to(page, name)
