"""A topic whose page two processes keep and show: what changes while Redis is away, and just after, is seen at both."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.cast import HOME, Cast, Member
from tests.clients import JSON, Answer, Caller, Live
from tests.running.redis import RedisProcess, redis_that_returns
from tests.running.two_servers import TwoServers, two_servers

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
WITHIN = 1.0
"""Seconds: the promise."""


@pytest.fixture
def dialect() -> str:
    return "postgres"


@dataclass
class Kept:
    """A topic of Rosa's with Amir's reply: open for Olga at each process, and kept for who is signed out."""

    pair: TwoServers
    cast: Cast
    redis: RedisProcess
    topic: str
    reply: str
    screens: list[Live]

    async def call(self, member: Member, method: str, path: str, body: JSON) -> Answer:
        """At the first process."""
        caller = Caller(self.pair.one.url, member.token)
        try:
            answer = await caller.send(method, f"/api/v1{path}", json=body)
        finally:
            await caller.close()
        assert answer.status < 300, answer.text
        return answer

    async def seen(self, event: str, words: str, before: list[int], *, gone: bool = False) -> None:
        """Every screen hears of it and every kept page has it (or has it no more), within the second."""
        since = time.monotonic()
        while not (all(len(live.of(event)) > count for live, count in zip(self.screens, before, strict=True))):
            assert time.monotonic() - since < WITHIN, f"{event} must be told for {words}"
            await asyncio.sleep(0.01)
        await asyncio.sleep(max(0, WITHIN - (time.monotonic() - since)))
        assert [words in text for text in await self.pages()] == [not gone, not gone], words

    async def pages(self) -> list[str]:
        texts = []
        for server in (self.pair.one, self.pair.other):
            caller = Caller(server.url)
            texts.append((await caller.page(f"/topics/{self.topic}")).text)
            await caller.close()
        return texts

    def heard(self, event: str) -> list[int]:
        return [len(live.of(event)) for live in self.screens]

    async def changes(self, when: str) -> None:
        """A new reply, its edit, its withdrawal, and another name: each is seen before the next."""
        before = self.heard("topic_changed")
        path = f"/topics/{self.topic}/replies"
        reply = (await self.call(self.cast.rosa, "POST", path, {"body": f"Said {when}"})).json["id"]
        await self.seen("topic_changed", f"Said {when}", before)
        before = self.heard("topic_changed")
        await self.call(self.cast.rosa, "PATCH", f"/replies/{reply}", {"body": f"Mended {when}", "version": 1})
        await self.seen("topic_changed", f"Mended {when}", before)
        before = self.heard("topic_changed")
        await self.call(self.cast.rosa, "DELETE", f"/replies/{reply}", {})
        await self.seen("topic_changed", f"Mended {when}", before, gone=True)
        before = self.heard("person_changed")
        await self.call(self.cast.amir, "PATCH", "/me", {"name": f"Amir {when.title()}"})
        await self.seen("person_changed", f"Amir {when.title()}", before)


@pytest.fixture
async def kept(settings: Settings, cast: Cast, tmp_path: Path) -> AsyncIterator[Kept]:
    with redis_that_returns() as redis:
        async with two_servers(settings, cast, redis.url, tmp_path, BLUELAMP_LIMITS="off") as pair:
            made = Kept(pair, cast, redis, "", "", [Live(), Live()])
            words = {"title": "Lamps", "body": "Which are dark?"}
            made.topic = (await made.call(cast.rosa, "POST", f"/neighbourhoods/{HOME}/topics", words)).json["id"]
            said = {"body": "That by the school"}
            made.reply = (await made.call(cast.amir, "POST", f"/topics/{made.topic}/replies", said)).json["id"]
            pair.lives.extend(made.screens)
            for live, server in zip(made.screens, (pair.one, pair.other), strict=True):
                await live.connect(server.url, {"token": cast.olga.token})
                await live.ok("follow_topic", topic=made.topic)
            assert all("That by the school" in text for text in await made.pages())
            yield made


async def test_what_changes_while_redis_is_away_and_after_it_came_back_is_seen(kept: Kept) -> None:
    kept.redis.leave()
    await asyncio.sleep(WITHIN)  # both notice that it is gone
    await kept.changes("alone")
    kept.redis.come()
    await kept.changes("again")


async def test_what_changes_right_after_redis_was_started_anew_is_seen(kept: Kept) -> None:
    """Nobody had time to notice that it was gone: what it carried in between reached nobody."""
    for when in ("first", "second"):
        kept.redis.leave()
        kept.redis.come()
        await kept.changes(when)


async def test_what_changes_while_nobody_listens_although_redis_is_there_is_seen(kept: Kept) -> None:
    for when in ("first", "second"):
        kept.redis.cut_listeners_off()
        await kept.changes(when)
