"""A server that stops does not wait until everybody is told: the rest is told later, by it or another, each once."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from forums.following.hearing.news import find_news
from forums.following.telling import service
from forums.following.telling.models import ToTell
from forums.following.telling.teller import TELLER, Teller
from foundation import clock
from notices.models import Notice
from tests.cast import Cast
from tests.forums.following.acts import follow
from tests.forums.talk import Talk
from tests.house import House


@pytest.mark.parametrize(("portion", "told_of_it"), [(1, 1), (200, 3)])
async def test_a_teller_that_is_closed_stops_after_the_portion_that_it_is_at(
    house: House, cast: Cast, talk: Talk, monkeypatch: pytest.MonkeyPatch, portion: int, told_of_it: int
) -> None:
    topics = [(await talk.topic(cast.rosa)).topic_id for _each in range(2)]
    for topic in topics:
        for member in (cast.olga, cast.huw):
            await follow(house, member, f"/topics/{topic}")
    await house.app[TELLER].close()
    for topic in topics:
        await talk.reply(cast.amir, topic)
    monkeypatch.setattr(service, "_PORTION", portion)
    teller, begun, closed = Teller(house.app), asyncio.Event(), asyncio.Event()

    async def find_news_while_it_is_closed(replies: Any) -> Any:
        begun.set()
        await closed.wait()
        return await find_news(replies)

    monkeypatch.setattr(service, "find_news", find_news_while_it_is_closed)
    teller.kick()
    await begun.wait()
    closing = asyncio.ensure_future(teller.close())
    await asyncio.sleep(0)
    closed.set()
    await closing
    assert await Notice.filter(kind="topic_reply").count() == told_of_it
    clock.move(timedelta(minutes=2))
    await Teller(house.app).tell()
    assert await Notice.filter(kind="topic_reply").count() == 6
    assert await ToTell.all().count() == 0
