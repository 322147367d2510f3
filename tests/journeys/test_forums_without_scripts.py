"""Without JavaScript: found, read, joined, answered and quoted, and nothing typed is lost."""

import pytest
from playwright.async_api import expect

from tests.cast import HOME, Cast
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse

pytestmark = pytest.mark.browser


@pytest.fixture
def limits() -> bool:
    return False


async def test_rosa_asks_ada_answers_officially_and_amir_quotes_her(browse: Browse, cast: Cast):
    rosa = await browse(cast.rosa, scripts=False, width=360)
    await rosa.goto(f"/neighbourhoods/{HOME}/forum")
    await rosa.get_by_role("button", name="Start a topic").click()
    await rosa.get_by_label("Title").fill("The lamp by the school")
    await rosa.get_by_label("Your words").fill("It has been **dark** for a week.")
    await rosa.get_by_role("button", name="Look at it first").click()
    await expect(rosa.locator("#preview strong")).to_have_text("dark")
    await rosa.get_by_role("button", name="Post the topic").click()
    await expect(rosa.get_by_role("heading", name="The lamp by the school")).to_be_visible()

    ada = await browse(cast.ada, scripts=False)
    await ada.goto(rosa.url)
    await ada.locator("#body").fill("A new one comes on Monday.")
    await ada.get_by_label("This is the official answer of the police").check()
    await ada.get_by_role("button", name="Post the reply").click()
    await expect(ada.get_by_role("region", name="Official answer of the police")).to_contain_text("comes on Monday")

    amir = await browse(cast.amir, scripts=False, width=360)
    await amir.goto(rosa.url)
    await amir.get_by_role("link", name="Quote 2").click()
    await expect(amir.locator("#body")).to_contain_text("> A new one comes on Monday.")
    await amir.locator("#body").fill("> A new one comes on Monday.\n\nThank you!")
    await amir.get_by_role("button", name="Post the reply").click()
    said = amir.locator(".forum-reply", has_text="Thank you!")
    await expect(said).to_contain_text("Reply to Ada Okafor")
    await expect(said.locator("blockquote")).to_have_text("A new one comes on Monday.")


async def test_what_was_typed_comes_back_when_the_topic_was_locked_meanwhile(browse: Browse, talk: Talk, cast: Cast):
    topic = await talk.topic(cast.rosa)
    amir = await browse(cast.amir, scripts=False)
    await amir.goto(f"/topics/{topic.topic_id}")
    await amir.locator("#body").fill("My long thoughts")
    await talk.flag(cast.rosa, "topic", topic.topic_id)
    await talk.flag(cast.olga, "topic", topic.topic_id)
    await talk.decide(cast.mo, topic.topic_id, "lock")
    await amir.get_by_role("button", name="Post the reply").click()
    await expect(amir.locator("textarea")).to_have_value("My long thoughts")
    await expect(amir.get_by_text("locked").first).to_be_visible()


async def test_a_signed_out_reader_finds_a_topic_and_the_way_in(browse: Browse, talk: Talk, cast: Cast):
    topic = await talk.topic(cast.rosa)
    gwen = await browse(scripts=False, width=360)
    await gwen.goto("/forums")
    await gwen.get_by_role("link", name="Cathays").first.click()
    await gwen.get_by_role("link", name="The lamp by the school").click()
    await expect(gwen.get_by_text("It has been dark for a week")).to_be_visible()
    await gwen.locator("main").get_by_role("button", name="Sign in").click()
    assert f"back=/topics/{topic.topic_id}" in gwen.url.replace("%2F", "/")


async def test_what_others_show_of_a_topic(browse: Browse, talk: Talk, cast: Cast):
    topic = await talk.topic(cast.rosa)
    page = await browse(scripts=False)
    await page.goto(f"/topics/{topic.topic_id}?last")
    for name, value in {
        "og:title": "The lamp by the school",
        "og:description": "Rosa Jones wrote: “It has been dark for a week”",
        "og:type": "article",
    }.items():
        await expect(page.locator(f"meta[property='{name}']")).to_have_attribute("content", value)
    canonical = page.locator("link[rel=canonical]")
    assert str(await canonical.get_attribute("href")).endswith(f"/topics/{topic.topic_id}")
    await page.emulate_media(media="print")
    await expect(page.get_by_text("It has been dark for a week")).to_be_visible()
    await expect(page.locator(".forum-reply__tools").first).to_be_hidden()
