"""What a forum's forms say back: seen at once, beside what it is about, and never instead of what was typed."""

import asyncio

import pytest
from playwright.async_api import FilePayload, Page, Route, expect

from tests.accounts.avatars.pictures import photo, written
from tests.cast import Cast
from tests.forums.conftest import limits as limits
from tests.forums.talk import TITLE, Talk
from tests.journeys.conftest import Browse

pytestmark = pytest.mark.browser
PHONE = 360
LAMP: FilePayload = {"name": "lamp.png", "mimeType": "image/png", "buffer": written(photo(300, 200), "PNG")}
DANGER = "Help, somebody is breaking into my house right now"


async def post(page: Page, what: str = "Post the reply") -> None:
    async with page.expect_navigation():
        await page.get_by_role("button", name=what).click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
async def test_who_is_in_danger_has_999_before_their_eyes(
    browse: Browse, talk: Talk, cast: Cast, scripts: bool
) -> None:
    """Not their own words at the foot of a long page, with the call somewhere above."""
    topic = (await talk.topic(cast.amir)).topic_id
    for number in range(6):
        await talk.reply(cast.amir, topic, f"I saw it too, night {number}")
    rosa = await browse(cast.rosa, width=PHONE, scripts=scripts)
    await rosa.goto(f"/topics/{topic}")
    await rosa.get_by_label("Your words").fill(DANGER)
    await post(rosa)
    await expect(rosa.get_by_role("heading", name="Is it happening now? Call 999")).to_be_in_viewport()
    await expect(rosa.get_by_role("link", name="Call 999", exact=True)).to_be_in_viewport()
    await expect(rosa.get_by_role("button", name="Close this")).to_have_count(0)
    await expect(rosa.get_by_text("this room")).to_have_count(0)
    await expect(rosa.locator("#replies")).to_contain_text(DANGER)


async def test_words_that_were_refused_are_there_when_one_comes_back_another_way(
    browse: Browse, talk: Talk, cast: Cast
) -> None:
    rosa = await browse(cast.rosa)
    path = f"/topics/new?forum={(await talk.forum())['id']}"
    await rosa.goto(path)
    await rosa.get_by_label("Your words").fill("It has been dark for a week")
    await post(rosa, "Post the topic")
    await expect(rosa.get_by_text("There is a problem")).to_be_visible()
    await rosa.goto(path)
    await expect(rosa.get_by_label("Your words")).to_have_value("It has been dark for a week")
    await expect(rosa.get_by_text("This is the draft that you began earlier.")).to_be_visible()


async def test_what_is_wrong_with_a_picture_is_not_said_of_the_words(browse: Browse, talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.amir)).topic_id
    rosa = await browse(cast.rosa, scripts=False)
    await rosa.goto(f"/topics/{topic}")
    await rosa.get_by_label("Your words").fill("Here it is")
    await rosa.get_by_text("Add pictures").click()
    await rosa.locator("[name=pictures]").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": b"no"})
    await post(rosa)
    await expect(rosa.get_by_label("Your words")).to_have_value("Here it is")
    await expect(rosa.locator(".govuk-error-message")).to_have_count(1)
    await expect(rosa.locator("#pictures .govuk-error-message")).to_be_visible()
    await expect(rosa.get_by_role("alert").get_by_role("link")).to_have_attribute("href", "#pictures")


async def test_each_draft_says_what_it_is_for(browse: Browse, talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.amir)).topic_id
    own = (await talk.reply(cast.rosa, topic)).id
    forum, rosa = (await talk.forum())["id"], talk.house.caller(cast.rosa)
    for place in (f"new:{forum}", f"reply:{topic}", f"edit:{own}"):
        assert (await rosa.post("/drafts", {"place": place, "body": "I think"})).status in (200, 201), place
    page = await browse(cast.rosa)
    await page.goto("/drafts")
    for kind in ("A reply", "A change of your words"):
        await expect(page.get_by_role("heading", name=kind).locator("xpath=..")).to_contain_text(TITLE)
    await talk.flag(cast.rosa, "topic", topic)
    await talk.decide(cast.mo, topic, "hide")
    await page.reload()
    await expect(page.get_by_role("heading", name="A reply")).to_be_visible()
    await expect(page.get_by_text(TITLE)).to_have_count(0)


async def test_a_topic_that_was_locked_meanwhile_can_be_looked_at(browse: Browse, talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.amir)).topic_id
    rosa = await browse(cast.rosa, scripts=False)
    await rosa.goto(f"/topics/{topic}")
    await rosa.get_by_label("Your words").fill("I saw it, too")
    locked = {"action": "lock", "reason": "The case is in court."}
    assert (await talk.house.caller(cast.mo).post(f"/topics/{topic}/arrangement", locked)).status == 200
    await post(rosa)
    await expect(rosa.get_by_text("The case is in court.")).to_be_visible()
    await expect(rosa.get_by_text("Nothing was posted.")).to_be_visible()
    await expect(rosa.get_by_label("Your words")).to_have_value("I saw it, too")
    await rosa.get_by_role("link", name="Back to the topic").click()
    await expect(rosa.get_by_role("heading", name=TITLE)).to_be_visible()


async def test_words_do_not_leave_without_the_picture_that_is_on_its_way(
    browse: Browse, talk: Talk, cast: Cast
) -> None:
    topic = (await talk.topic(cast.amir)).topic_id
    rosa, arrived = await browse(cast.rosa), asyncio.Event()

    async def slowly(route: Route) -> None:
        await arrived.wait()
        await route.continue_()

    await rosa.goto(f"/topics/{topic}")
    await expect(rosa.locator(".forum-pictures--live")).to_be_attached()
    await rosa.route("**/api/v1/pictures", slowly)
    await rosa.get_by_label("Your words").fill("Here it is")
    await rosa.get_by_text("Add pictures").click()
    await rosa.locator("[name=pictures]").set_input_files(LAMP)
    await rosa.get_by_role("button", name="Post the reply").click()
    await expect(rosa.get_by_text("A picture is still being sent.")).to_be_visible()
    arrived.set()
    await rosa.get_by_label("What the picture shows").fill("A lamp")
    await rosa.wait_for_timeout(1_000)  # a second click within one is taken for the first
    await post(rosa)
    await expect(rosa.locator("#replies").get_by_role("img", name="A lamp")).to_be_visible()


async def test_a_topic_is_posted_after_a_look_though_the_script_showed_others_like_it(
    browse: Browse, talk: Talk, cast: Cast
) -> None:
    await talk.topic(cast.amir)
    rosa = await browse(cast.rosa)
    await rosa.goto(f"/topics/new?forum={(await talk.forum())['id']}")
    await rosa.get_by_label("Title").press_sequentially(TITLE)
    await expect(rosa.locator("#similar")).to_be_visible()
    await rosa.get_by_label("Your words").fill("Still dark")
    await post(rosa, "Look at it first")
    await post(rosa, "Post the topic")
    await expect(rosa.get_by_text("Nothing has been posted yet")).to_have_count(0)
    await expect(rosa.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    assert "/topics/new" not in rosa.url
