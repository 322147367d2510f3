"""An answer of the police on open pages: it waits for its button, as what is new does, but nothing waits to go."""

import re

import pytest
from playwright.async_api import expect

from forums.posting.outcomes import Outcome
from tests.cast import Cast
from tests.forums.talk import Talk
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.live import WITHIN, drawn_anew, long_topic, opened, places, top_of

pytestmark = pytest.mark.browser


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
async def topic(talk: Talk, cast: Cast) -> Outcome:
    return await long_topic(talk, cast)


async def test_an_official_answer_comes_to_the_top_of_open_pages(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    reader = await opened(await browse(), topic)
    before = await places(reader)
    async with drawn_anew(reader):
        await talk.reply(cast.ada, topic.topic_id, "A lamp comes on Monday", official=True)
    await expect(reader.get_by_role("button", name="1 new reply")).to_be_in_viewport()
    assert await places(reader) == before, "nothing moves until one asks for it"
    await reader.get_by_role("button", name="1 new reply").click()
    answer = reader.get_by_role("region", name="Official answer of the police")
    await expect(answer).to_contain_text("A lamp comes on Monday")
    await expect(answer).to_contain_text("Verified officer")
    await expect(reader.locator("#topic-head")).to_contain_text("Answered by the police")
    given = reader.locator("#replies [data-reply]", has_text="A lamp comes on Monday")
    await expect(given.locator("[data-body]")).to_be_visible()
    await expect(given).to_be_in_viewport()


async def test_the_first_reply_may_be_the_answer_of_the_police(browse: Browse, talk: Talk, cast: Cast):
    topic = await talk.topic(cast.rosa)
    reader = await opened(await browse(width=360), topic)
    async with drawn_anew(reader):
        await talk.reply(cast.ada, topic.topic_id, "A lamp comes on Monday", official=True)
    await expect(reader.get_by_text("Answered by the police")).to_have_count(0)
    await expect(reader.get_by_text("Nobody has replied yet.")).to_be_visible()
    await reader.get_by_role("button", name="1 new reply").click()
    await expect(reader.get_by_text("Answered by the police")).to_be_visible()
    await expect(reader.get_by_role("heading", name="1 reply", exact=True)).to_be_visible()
    await expect(reader.get_by_text("Nobody has replied yet.")).to_have_count(0)


async def test_a_reply_that_becomes_the_official_answer_stays_under_ones_eyes(
    browse: Browse, house: House, talk: Talk, cast: Cast, topic: Outcome
):
    said = await talk.reply(cast.ada, topic.topic_id, "A lamp comes on Monday")
    reader = await opened(await browse(), topic)
    here = reader.locator(f"#r-{said.id}")
    await here.scroll_into_view_if_needed()
    before = await top_of(reader, "Sentence 11.")
    assert (await house.caller(cast.ada).post(f"/replies/{said.id}/official", {})).status == 204
    button = reader.get_by_role("button", name="Go to the answer of the police")
    await expect(button).to_be_in_viewport()
    await expect(here.get_by_text("Official answer of the police")).to_be_visible()
    await expect(here.get_by_text("A lamp comes on Monday")).to_be_visible()
    assert await top_of(reader, "Sentence 11.") == before
    await button.click()
    card = reader.get_by_role("region", name="Official answer of the police")
    await expect(card).to_be_in_viewport()
    await expect(reader.locator(":focus")).to_contain_text("A lamp comes on Monday")
    await expect(button).to_be_hidden()
    # What is taken down waits for nothing.
    await talk.flag(cast.rosa, "reply", said.id)
    await talk.decide(cast.mo, said.id, "hide")
    await expect(reader.get_by_text("A lamp comes on Monday")).to_have_count(0, timeout=WITHIN)


async def test_an_answer_that_is_taken_down_while_it_waits_is_never_shown(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    reader = await opened(await browse(), topic)
    async with drawn_anew(reader):
        said = await talk.reply(cast.ada, topic.topic_id, "A lamp comes on Monday", official=True)
    button = reader.get_by_role("button", name="1 new reply")
    await expect(button).to_be_visible()
    await talk.flag(cast.rosa, "reply", said.id)
    async with drawn_anew(reader):
        await talk.decide(cast.mo, said.id, "hide")
    await button.click()
    await expect(reader.get_by_text("Taken down.", exact=True)).to_be_visible()
    assert await reader.get_by_text("A lamp comes on Monday").count() == 0
    assert await reader.locator("#topic-official > *").count() == 0


async def test_what_is_reworded_in_the_head_while_an_answer_waits_is_so_at_once(
    browse: Browse, house: House, talk: Talk, cast: Cast
):
    topic = await talk.topic(cast.rosa, "Mr Tremlett keeps the lamps")
    reader = await opened(await browse(), topic)
    async with drawn_anew(reader):
        await talk.reply(cast.ada, topic.topic_id, "A lamp comes on Monday", official=True)
    await expect(reader.get_by_role("button", name="1 new reply")).to_be_visible()
    await talk.flag(cast.amir, "topic", topic.topic_id)
    await talk.decide(cast.mo, topic.topic_id, "edit", body="The lamps\n\nIt is dark")
    await expect(reader.get_by_text("Tremlett")).to_have_count(0, timeout=WITHIN)
    await expect(reader.get_by_role("heading", level=1, name="The lamps", exact=True)).to_be_visible()
    await expect(reader).to_have_title(re.compile("^The lamps - "))
    locked = await house.caller(cast.mo).post(
        f"/topics/{topic.topic_id}/arrangement", {"action": "lock", "reason": "In court"}
    )
    assert locked.status == 200
    await expect(reader.get_by_text("The reason given is: In court")).to_be_visible(timeout=WITHIN)
    # Of the answer nothing is told before one asks for it.
    await expect(reader.get_by_text("Answered by the police")).to_have_count(0)
    await reader.get_by_role("button", name="1 new reply").click()
    await expect(reader.get_by_text("Answered by the police")).to_be_visible()
    await expect(reader.get_by_role("heading", level=1, name="The lamps", exact=True)).to_be_visible()


@pytest.mark.parametrize("act", ["hidden", "reworded"])
async def test_words_of_a_later_page_leave_the_top_though_the_focus_is_in_it(
    browse: Browse, house: House, talk: Talk, cast: Cast, act: str
):
    topic = await talk.topic(cast.rosa)
    for number in range(2, 101):
        await talk.reply(cast.huw, topic.topic_id, f"Number {number}")
    said = await talk.reply(cast.ada, topic.topic_id, "Mr Tremlett mends it")
    reader = await opened(await browse(), topic)
    assert (await house.caller(cast.ada).post(f"/replies/{said.id}/official", {})).status == 204
    await reader.get_by_role("button", name="Go to the answer of the police").click()
    await expect(reader.locator("#topic-official :focus")).to_contain_text("Tremlett")
    if act == "reworded":
        words = {"body": "Somebody mends it", "version": 1}
        assert (await house.caller(cast.ada).patch(f"/replies/{said.id}", words)).status == 200
    else:
        await talk.flag(cast.rosa, "reply", said.id)
        await talk.decide(cast.mo, said.id, "hide")
    await expect(reader.get_by_text("Tremlett")).to_have_count(0, timeout=WITHIN)
    if act == "reworded":
        await expect(reader.locator("#topic-official :focus")).to_contain_text("Somebody mends it")


async def test_what_is_new_is_tagged_so_and_what_was_new_before_is_not(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    await talk.shown(topic.topic_id, cast.rosa)
    await talk.reply(cast.ada, topic.topic_id, "News 0")
    rosa = await opened(await browse(cast.rosa), topic)
    tagged = rosa.locator("[data-new]")
    await expect(tagged).to_contain_text(["News 0"])
    await talk.reply(cast.ada, topic.topic_id, "News 1")
    await rosa.get_by_role("button", name="1 new reply").click()
    await expect(tagged).to_contain_text(["News 1"])
    await expect(rosa.locator(".bl-mark--new")).to_have_count(1)
    await expect(tagged.get_by_text("New", exact=True)).to_be_visible()
