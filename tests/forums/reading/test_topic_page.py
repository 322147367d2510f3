"""A topic's page: in which order replies stand, how its pages follow each other, and where addresses lead."""

import re
from html import unescape

import pytest

from forums.arranging.merging.service import merge
from forums.places.service import staff_forum
from forums.posting.new import NewTopic
from forums.posting.service import post_topic
from forums.reading.nesting import nested
from foundation.client_ids import new_client_id
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.clients import JSON
from tests.forums.talk import TITLE, Talk


def _order(page: str) -> list[str]:
    return re.findall(r'<article class="forum-reply[^"]*" id="r-(\w+)"', page)


def _row(number: int, parent: str | None = None) -> JSON:
    return {"id": f"r{number}", "number": number, "parent_id": parent}


def _nested(*rows: JSON) -> list[tuple[str, str]]:
    return [(row["id"], root) for row, root in nested(rows)]


def test_replies_stand_beneath_what_they_answer_one_level_deep() -> None:
    first, second, deep = _row(2), _row(3, "r1"), _row(4, "r2")
    deeper = _row(5, "r4")
    assert _nested(_row(1), first, second, deep, deeper) == [
        ("r1", "r1"), ("r2", "r2"), ("r4", "r2"), ("r5", "r2"), ("r3", "r3"),
    ]  # fmt: skip


def test_what_answers_an_earlier_page_begins_a_conversation_of_its_own() -> None:
    assert _nested(_row(101, "r7"), _row(102), _row(103, "r101")) == [
        ("r101", "r101"), ("r103", "r101"), ("r102", "r102"),
    ]  # fmt: skip


async def test_an_answer_stands_beneath_its_question_and_names_it(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    first = await talk.reply(cast.amir, topic.topic_id, "First")
    second = await talk.reply(cast.olga, topic.topic_id, "Second")
    answer = await talk.reply(cast.rosa, topic.topic_id, "To the first", reply_to=str(first.id))
    page = await talk.shown(topic.topic_id)
    assert _order(page) == [topic.id, first.id, answer.id, second.id]
    assert f'data-jump="{first.id}"' in page
    assert "forum-reply--deep" in page
    said = (await talk.house.caller().get(f"/topics/{topic.topic_id}/replies")).json["items"]
    assert [item["reply_to"] for item in said] == [None, None, None, first.id]


async def test_a_long_topic_is_read_by_pages_and_permalinks_lead_to_theirs(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    replies = [(await talk.reply(cast.amir, topic, f"Number {number}")).id for number in range(2, 103)]
    first = await talk.shown(topic)
    assert len(_order(first)) == 100
    assert "Number 100" in first
    assert "Number 101" not in first
    second = await talk.shown(f"{topic}?after=100")
    assert _order(second) == replies[-2:]
    assert _order(await talk.shown(f"{topic}?last")) == replies[-2:]
    assert f'href="/topics/{topic}?after=100"' in first
    leads = {0: f"/topics/{topic}#r-", 98: f"/topics/{topic}#r-", 99: f"/topics/{topic}?after=100#r-"}
    for at, path in leads.items():
        reply = replies[at]
        answer = await talk.house.page(f"/topics/{topic}/replies/{reply}")
        assert (answer.status, answer.headers["Location"]) == (302, f"{path}{reply}")


@pytest.mark.parametrize("after", ["-1", "x", "99999999999999999999", "1e3", "²", "999999999", ""])
async def test_an_odd_number_to_read_after_shows_a_page(talk: Talk, cast: Cast, after: str) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    assert TITLE in await talk.shown(f"{topic}?after={after}")


async def test_amir_is_led_to_what_he_has_not_read(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.rosa, topic, "One")
    await talk.shown(topic, cast.amir)
    new = await talk.reply(cast.rosa, topic, "Two")
    await talk.reply(cast.rosa, topic, "Three")
    answer = await talk.house.page(f"/topics/{topic}?unread", cast.amir)
    assert (answer.status, answer.headers["Location"]) == (302, f"/topics/{topic}#r-{new.id}")
    page = await talk.shown(topic, cast.amir)
    assert page.count('data-new="yes"') == 2
    assert 'data-new="yes"' not in await talk.shown(topic, cast.amir)


async def test_addresses_of_a_merged_topic_lead_on(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    old, new = (await talk.topic(cast.amir, "The same lamp")), (await talk.topic(cast.rosa))
    said = await talk.reply(cast.amir, old.topic_id, "Dark")
    amir = browser(cast.amir)
    await amir.get(f"/topics/{old.topic_id}")
    await merge(talk.house.app, cast.mo.viewer, str(old.topic_id), str(new.topic_id))
    page = await talk.house.page(f"/topics/{old.topic_id}")
    assert (page.status, page.headers["Location"]) == (301, f"/topics/{new.topic_id}")
    moved = await talk.house.page(f"/topics/{old.topic_id}/replies/{said.id}")
    assert (moved.status, moved.headers["Location"]) == (301, f"/topics/{new.topic_id}/replies/{said.id}")
    answer = await talk.house.caller().get(f"/topics/{old.topic_id}")
    assert (answer.status, answer.json["id"]) == (200, new.topic_id)
    posted = await talk.house.caller(cast.amir).post(f"/topics/{old.topic_id}/replies", {"body": "Still dark"})
    assert (posted.status, posted.json["topic"]) == (409, new.topic_id)
    form = await amir.post(f"/topics/{old.topic_id}/reply", body="Still dark", reply_to=str(said.id))
    assert form.status == 409
    assert "Still dark</textarea>" in form.text
    assert f'action="/topics/{new.topic_id}/reply"' in form.text


async def test_what_waits_is_seen_by_its_author_and_staff_alone(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic, "You are a spastic")
    seen = {name: "spastic" in await talk.shown(topic, getattr(cast, name)) for name in ("amir", "rosa", "ada", "nia")}
    assert seen == {"amir": True, "rosa": False, "ada": True, "nia": False}
    assert "spastic" not in await talk.shown(topic)


async def test_rosa_reads_why_her_topic_waits(talk: Talk, cast: Cast) -> None:
    held = await talk.topic(cast.rosa, words="You are a spastic")
    page = await talk.shown(held.topic_id, cast.rosa)
    assert held.reason
    assert held.reason in unescape(page)
    assert "spastic" in page
    assert await talk.shown(held.topic_id, cast.amir) == ""


async def test_nobody_else_finds_a_topic_of_the_staff(talk: Talk, cast: Cast) -> None:
    forum = await staff_forum("south-wales")
    new = NewTopic(new_client_id(), "Among us", "Only colleagues read this")
    topic = (await post_topic(talk.house.app, cast.ada.viewer, forum["id"], new)).topic_id
    [reply] = (await talk.house.caller(cast.huw).get(f"/topics/{topic}/replies")).json["items"]
    for member in (None, cast.rosa, cast.gwen, cast.max):
        assert await talk.shown(topic, member) == ""
        caller = talk.house.caller(member)
        for path in (f"/topics/{topic}", f"/topics/{topic}/replies", f"/replies/{reply['id']}"):
            assert (await caller.get(path)).status == 404
        assert (await talk.house.page(f"/topics/{topic}/replies/{reply['id']}", member)).status == 404
    assert "Only colleagues" in await talk.shown(topic, cast.nia)
