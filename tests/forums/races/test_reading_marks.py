"""How far somebody has read, while the numbers of the topic change."""

import asyncio
from collections.abc import Collection

import pytest

from forums.arranging.splitting.service import split
from forums.following.service import all_watch_by_themselves, has_read
from forums.following.unread.models import TopicReading
from tests.cast import Cast
from tests.forums.invariants import check_forums
from tests.forums.talk import Talk


async def test_who_reads_while_a_topic_gets_shorter_has_read_no_more_than_there_is(
    talk: Talk, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said there next would not be new to them."""
    splitting, go_on = asyncio.Event(), asyncio.Event()
    topic = str((await talk.topic(cast.rosa)).topic_id)
    away = [str((await talk.reply(cast.amir, topic)).id) for _ in range(2)]

    async def slowly(authors: Collection[str], new_id: str) -> None:
        splitting.set()
        await go_on.wait()
        await all_watch_by_themselves(authors, new_id)

    monkeypatch.setattr("forums.arranging.splitting.service.all_watch_by_themselves", slowly)
    shortened = asyncio.create_task(split(talk.house.app, cast.mo.viewer, topic, away, "Of its own"))
    await splitting.wait()
    read = asyncio.create_task(has_read(cast.olga.viewer, topic, 3))
    await asyncio.wait({read}, timeout=1)
    go_on.set()
    await asyncio.gather(shortened, read)
    assert (await TopicReading.get(person_id=cast.olga.id, topic_id=topic)).last_number == 1
    await check_forums()
