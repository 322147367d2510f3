"""Posting as it comes out under pressure: twice at once, many at once, and into what is closed meanwhile."""

import asyncio
from uuid import uuid4

import pytest

from forums.models import PostState, Reply, Topic
from forums.posting import service
from forums.posting.new import NewReply, NewTopic
from forums.screening import screened_in
from foundation.errors import Closed, Conflict, Invalid, TooFast
from tests.cast import Cast
from tests.forums.talk import TITLE, WORDS, Talk

BOMBS = {
    "brackets": "[" * 4000,
    "nested brackets": "[" * 2000 + "]" * 2000,
    "quotes": "> " * 199 + "deep",
    "tables": "|a|b|\n|-|-|\n" + "|x|y|\n" * 600,
    "stars": "*_" * 2000,
    "links": "[x](javascript:alert(1)) [x](JaVaScRiPt:alert(1)) [x](&#106;avascript:alert(1)) <javascript:alert(1)>",
    "split": "[x](java\nscript:alert(1)) [x](\x01javascript:alert(1)) [x](data:text/html,<script>alert(1)</script>)",
    "tags": "<script>alert(1)</script><img src=x onerror=alert(1)>",
}


async def test_the_same_reply_twice_at_once_is_one(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    new = NewReply(str(uuid4()), "Only once")
    sent = [service.post_reply(talk.house.app, cast.amir.viewer, str(topic), new) for _time in range(5)]
    outcomes = await asyncio.gather(*sent)
    assert {(outcome.status, outcome.id, outcome.number) for outcome in outcomes} == {("published", outcomes[0].id, 2)}
    assert await talk.numbers(topic) == [(1, WORDS), (2, "Only once")]


async def test_the_same_topic_twice_at_once_is_one(talk: Talk, cast: Cast) -> None:
    forum = (await talk.forum())["id"]
    new = NewTopic(str(uuid4()), TITLE, WORDS)
    sent = [service.post_topic(talk.house.app, cast.amir.viewer, forum, new) for _time in range(5)]
    assert len({outcome.topic_id for outcome in await asyncio.gather(*sent)}) == 1
    assert (await Topic.all().count(), await Reply.all().count()) == (1, 1)


async def test_twenty_replies_at_once_are_numbered_without_a_gap(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    members = [cast.rosa, cast.amir, cast.olga, cast.ada, cast.huw] * 4
    await asyncio.gather(*(talk.reply(member, topic, f"Words {at}") for at, member in enumerate(members)))
    assert [number for number, _words in await talk.numbers(topic)] == list(range(1, 22))
    row = await talk.topic_row(topic)
    assert (row.last_number, row.replies) == (21, 20)


@pytest.mark.parametrize("column", ["locked_at", "archived_at", "state"])
async def test_a_topic_that_is_closed_while_the_words_are_read_takes_none(
    talk: Talk, cast: Cast, monkeypatch: pytest.MonkeyPatch, column: str
) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)

    async def closed_meanwhile(*asked: object, **more: object) -> object:
        values = {column: PostState.MOVED if column == "state" else (await talk.topic_row(topic)).created_at}
        await Topic.filter(id=topic).update(**values)
        return await screened_in(*asked, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("forums.posting.service.screened_in", closed_meanwhile)
    with pytest.raises(Conflict if column == "state" else Closed):
        await talk.reply(cast.amir, topic)
    assert len(await talk.numbers(topic)) == 1


async def test_slow_mode_asks_residents_to_wait_and_not_officers(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    await Topic.filter(id=str(topic)).update(mode="slow", slow_seconds=60)
    await talk.reply(cast.amir, topic)
    with pytest.raises(TooFast) as refused:
        await talk.reply(cast.amir, topic)
    assert 0 < (refused.value.retry_after or 0) <= 60
    await talk.reply(cast.olga, topic)
    for _time in range(2):
        await talk.reply(cast.ada, topic)


async def test_nobody_replies_to_what_stands_in_another_topic(talk: Talk, cast: Cast) -> None:
    one, other = await talk.topic(cast.rosa), await talk.topic(cast.rosa)
    for named in (one.id, "0123456789abcdef", "no id"):
        with pytest.raises(Invalid) as refused:
            await talk.reply(cast.amir, other.topic_id, reply_to=str(named))
        assert [wrong.field for wrong in refused.value.fields] == ["reply_to"]


async def test_what_was_taken_back_meanwhile_can_still_be_replied_to(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = await talk.reply(cast.amir, topic)
    assert (await talk.house.caller(cast.amir).delete(f"/replies/{reply.id}")).status == 204
    assert (await talk.reply(cast.rosa, topic, "You were right", reply_to=str(reply.id))).number == 3


@pytest.mark.parametrize("words", BOMBS.values(), ids=BOMBS)
async def test_a_bomb_is_text(talk: Talk, cast: Cast, words: str) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = await talk.reply(cast.ada, topic, words, confirm=True)
    row = await talk.row(reply.id)
    assert "<script" not in row.html
    assert "<img" not in row.html
    assert "<table" not in row.html
    assert "javascript:" not in "".join(part.partition('"')[0] for part in row.html.split('href="')[1:])
    assert f'id="r-{reply.id}"' in await talk.shown(topic)
