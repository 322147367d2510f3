"""Replies that come at once where it goes slowly: one of them gets in."""

import asyncio
from uuid import uuid4

import pytest

from forums.models import Topic
from forums.posting.new import NewReply
from forums.posting.service import post_reply
from foundation import clock
from foundation.errors import TooFast
from moderation.modes import Mode
from tests.cast import Cast
from tests.forums.invariants import check_forums
from tests.forums.races.conftest import Between
from tests.forums.talk import Talk


async def _slow_topic(talk: Talk, cast: Cast) -> str:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await Topic.filter(id=topic).update(mode=Mode.SLOW, slow_seconds=60)
    return topic


async def test_of_two_replies_at_once_slow_mode_lets_one_in(talk: Talk, cast: Cast, between: Between) -> None:
    topic, began = await _slow_topic(talk, cast), clock.now()
    between("forums.posting.service", lambda: talk.reply(cast.amir, topic, "The first"))
    with pytest.raises(TooFast) as refused:
        await talk.reply(cast.amir, topic, "The second")
    passed = int((clock.now() - began).total_seconds())
    assert refused.value.retry_after in range(60 - passed, 61)
    assert [words for _number, words in await talk.numbers(topic)][1:] == ["The first"]
    storm = [talk.reply(cast.olga, topic, f"Olga's {number}") for number in range(8)]
    told = await asyncio.gather(*storm, return_exceptions=True)
    assert sum(isinstance(each, TooFast) for each in told) == 7
    assert len(await talk.numbers(topic)) == 3
    await check_forums()


async def test_of_two_clicks_in_slow_mode_both_are_told_of_the_one_reply(
    talk: Talk, cast: Cast, between: Between
) -> None:
    topic = await _slow_topic(talk, cast)
    new = NewReply(str(uuid4()), "Clicked twice")
    first = []

    async def click() -> None:
        first.append(await post_reply(talk.house.app, cast.amir.viewer, topic, new))

    between("forums.posting.service", click)
    assert [await post_reply(talk.house.app, cast.amir.viewer, topic, new)] == first
    storm = NewReply(str(uuid4()), "Clicked often")
    told = await asyncio.gather(*(post_reply(talk.house.app, cast.olga.viewer, topic, storm) for _click in range(8)))
    assert len({outcome.id for outcome in told}) == 1
    assert [words for _number, words in await talk.numbers(topic)][1:] == ["Clicked twice", "Clicked often"]


async def test_a_topic_that_is_slowed_down_meanwhile_takes_no_second_reply(
    talk: Talk, cast: Cast, between: Between
) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await talk.reply(cast.amir, topic, "A moment ago")

    async def slow() -> None:
        await Topic.filter(id=topic).update(mode=Mode.SLOW, slow_seconds=60)

    between("forums.posting.service", slow)
    with pytest.raises(TooFast):
        await talk.reply(cast.amir, topic, "Too soon")
