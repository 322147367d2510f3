"""A topic's page as others write in it: nothing that one reads moves, what is taken down is gone, drafts stay."""

import pytest
from playwright.async_api import expect

from forums.posting.outcomes import Outcome
from tests.cast import Cast
from tests.forums.talk import TITLE, Talk
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.live import WITHIN, long_topic, opened, top_of

pytestmark = pytest.mark.browser


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
async def topic(talk: Talk, cast: Cast) -> Outcome:
    return await long_topic(talk, cast)


@pytest.mark.parametrize(("width", "signed_in"), [(360, True), (1280, False)], ids=["phone", "desk"])
async def test_new_replies_wait_for_their_button_and_move_nothing(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome, width: int, signed_in: bool
):
    reader = await opened(await browse(cast.amir if signed_in else None, width=width), topic)
    await reader.get_by_text("Sentence 6.").first.scroll_into_view_if_needed()
    before = await top_of(reader, "Sentence 6.")
    for number in range(2):
        await talk.reply(cast.ada, topic.topic_id, f"News {number}")
        button = reader.get_by_role("button", name=f"{number + 1} new repl")
        await expect(button).to_be_in_viewport()
    await expect(reader.locator("#forum-said")).to_have_text("2 new replies")
    assert await reader.get_by_text("News 0").count() == 0
    assert await top_of(reader, "Sentence 6.") == before
    await button.click()
    await expect(reader.get_by_text("News 0")).to_be_in_viewport()
    await expect(reader.get_by_text("News 1")).to_be_visible()
    await expect(button).to_be_hidden()
    await expect(reader.locator(":focus")).to_contain_text("News 0")


async def test_an_answer_stands_under_what_it_answers_live_as_after_a_reload(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    first = (await talk.replies(topic.topic_id))[3]
    reader = await opened(await browse(cast.rosa), topic)
    under = await talk.reply(cast.ada, topic.topic_id, "To the fourth", reply_to=first.id)
    await talk.reply(cast.amir, topic.topic_id, "To that", reply_to=under.id)
    await reader.get_by_role("button", name="2 new replies").click()
    order = "nodes => nodes.map((node) => [node.dataset.reply, node.classList.contains('forum-reply--deep')])"
    live = await reader.locator("[data-reply]").evaluate_all(order)
    await reader.reload()
    assert await reader.locator("[data-reply]").evaluate_all(order) == live
    assert [deep for _id, deep in live].count(True) == 2


async def test_what_is_taken_down_leaves_every_open_page_within_a_second(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    readers = [await opened(await browse(member), topic) for member in (None, cast.amir, cast.rosa)]
    said = await talk.reply(cast.amir, topic.topic_id, "Mr Tremlett keeps the lamps")
    # One has put it on the page, one has it waiting under the button.
    await readers[0].get_by_role("button", name="1 new reply").click()
    await expect(readers[0].get_by_text("Tremlett")).to_be_visible()
    await talk.flag(cast.rosa, "reply", said.id)
    await talk.decide(cast.mo, said.id, "hide")
    await expect(readers[0].get_by_text("Tremlett")).to_have_count(0, timeout=WITHIN)
    await expect(readers[0].locator("#forum-said")).to_have_text("A reply was taken down.")
    await readers[2].get_by_role("button", name="1 new reply").click()
    await expect(readers[2].get_by_text("Taken down.", exact=True)).to_be_visible()
    assert await readers[2].get_by_text("Tremlett").count() == 0


async def test_a_whole_topic_that_is_taken_down_leaves_the_screen_but_not_what_one_writes(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    amir = await opened(await browse(cast.amir), topic)
    await amir.locator("#body").fill("My half sentence")
    await talk.flag(cast.olga, "topic", topic.topic_id)
    await talk.decide(cast.mo, topic.topic_id, "hide")
    await expect(amir.get_by_text("This topic is not shown any more.").first).to_be_visible(timeout=WITHIN)
    assert await amir.get_by_text("Sentence").count() == 0
    assert await amir.get_by_text(TITLE).count() == 0, "where one is tells it, too"
    await expect(amir.locator("#body")).to_have_value("My half sentence")


async def test_a_renamed_person_is_called_so_at_once(browse: Browse, house: House, cast: Cast, topic: Outcome):
    reader = await opened(await browse(), topic)
    await house.caller(cast.amir).patch("/me", {"name": "Amir Qureshi"})
    await expect(reader.get_by_role("heading", name="Amir Qureshi").first).to_be_visible()
    assert await reader.locator("#replies").get_by_text("Amir Khan").count() == 0


async def test_what_came_while_the_connection_was_lost_is_found_after_it(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    reader = await opened(await browse(cast.rosa), topic)
    await reader.context.set_offline(True)
    await reader.evaluate("window.dispatchEvent(new Event('offline'))")
    await talk.reply(cast.ada, topic.topic_id, "Said meanwhile")
    await reader.context.set_offline(False)
    await reader.evaluate("window.dispatchEvent(new Event('online'))")
    await expect(reader.get_by_role("button", name="1 new reply")).to_be_visible(timeout=20_000)


async def test_a_draft_goes_on_on_another_device_and_is_gone_after_posting(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    phone, laptop = (
        await opened(await browse(cast.amir, width=360), topic),
        await opened(await browse(cast.amir), topic),
    )
    await phone.locator("#body").fill("The lamp by the gate, too")
    await expect(phone.get_by_text("Draft saved")).to_be_visible()
    await expect(laptop.locator("#body")).to_have_value("The lamp by the gate, too")
    await laptop.locator("#body").fill("The lamp by the gate, too, since Monday")
    await expect(phone.locator("#body")).to_have_value("The lamp by the gate, too, since Monday")
    await laptop.get_by_role("button", name="Post the reply").click()
    await expect(laptop.locator(".forum-reply", has_text="since Monday")).to_be_visible()
    for page in (laptop, phone):
        await opened(page, topic)
        await expect(page.locator("#body")).to_have_value("")


async def test_a_change_that_somebody_writes_is_kept_and_goes_on_on_another_device(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    reply = await talk.reply(cast.amir, topic.topic_id, "At fuor, by the gate")
    phone, laptop = await browse(cast.amir, width=360), await browse(cast.amir)
    await phone.goto(f"/replies/{reply.id}/edit")
    await expect(phone.get_by_label("Your words")).to_have_value("At fuor, by the gate")
    await phone.get_by_label("Your words").fill("At four, by the gate")
    await expect(phone.get_by_text("Draft saved", exact=True)).to_be_visible()
    await phone.reload()
    await laptop.goto(f"/replies/{reply.id}/edit")
    for device in (phone, laptop):
        await expect(device.get_by_label("Your words")).to_have_value("At four, by the gate")
        await expect(device.get_by_text("This is the draft that you began earlier.")).to_be_visible()
    assert "At fuor" in await talk.shown(topic.topic_id), "nobody else reads a draft"
    await laptop.get_by_role("button", name="Save the change").click()
    await expect(laptop.locator(".forum-reply", has_text="At four, by the gate")).to_be_visible()
    await phone.goto(f"/replies/{reply.id}/edit")
    await expect(phone.get_by_label("Your words")).to_have_value("At four, by the gate")
    await expect(phone.get_by_text("This is the draft that you began earlier.")).to_have_count(0)


async def test_words_are_kept_on_the_device_when_the_network_is_gone(browse: Browse, cast: Cast, topic: Outcome):
    amir = await opened(await browse(cast.amir), topic)
    await amir.context.set_offline(True)
    await amir.locator("#body").fill("Written in the tunnel")
    await expect(amir.get_by_text("Draft saved on this device")).to_be_visible()
    await amir.context.set_offline(False)
    await amir.reload()
    await expect(amir.locator("#body")).to_have_value("Written in the tunnel")
    await expect(amir.get_by_text("This is the draft that you began earlier.")).to_be_visible()
    rosa = await browse(cast.rosa)
    await rosa.goto(amir.url)
    await expect(rosa.locator("#body")).to_have_value("")


async def test_two_devices_at_once_lose_neither_text(browse: Browse, cast: Cast, topic: Outcome):
    laptop, phone = (
        await opened(await browse(cast.amir), topic),
        await opened(await browse(cast.amir, width=360), topic),
    )
    await laptop.context.set_offline(True)
    await laptop.locator("#body").fill("From the laptop")
    await expect(laptop.get_by_text("Draft saved on this device")).to_be_visible()
    await phone.locator("#body").fill("From the phone")
    await expect(phone.get_by_text("Draft saved", exact=True)).to_be_visible()
    await laptop.context.set_offline(False)
    await laptop.locator("#body").press_sequentially("!")
    for words in ("From the phone", "From the laptop!"):
        await laptop.get_by_role("button", name="Use that instead").click()
        await expect(laptop.locator("#body")).to_have_value(words)


async def test_a_list_of_topics_says_what_is_new_and_empties_what_was_taken_down(
    browse: Browse, talk: Talk, cast: Cast, topic: Outcome
):
    named = await talk.topic(cast.amir, "Mr Tremlett again", "He keeps them")
    reader = await browse(width=360)
    followed = reader.wait_for_event("websocket")
    await reader.goto("/neighbourhoods/cathays/forum")
    await (await followed).wait_for_event("framereceived", lambda frame: '"ok":true' in str(frame))
    await expect(reader.get_by_text("Tremlett")).to_be_visible()
    await talk.flag(cast.rosa, "topic", named.topic_id)
    await talk.decide(cast.mo, named.topic_id, "hide")
    await expect(reader.get_by_text("Tremlett")).to_have_count(0, timeout=WITHIN)
    await expect(reader.get_by_text("Not shown any more.").first).to_be_visible()
    await talk.topic(cast.amir, "Bins", "They were not emptied")
    await reader.get_by_role("button", name="1 new topic, or one with new replies").click()
    await expect(reader.get_by_role("link", name="Bins")).to_be_visible()
