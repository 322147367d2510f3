"""A topic that is open at one process hears of what another one wrote and took down, with and without Redis."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.cast import HOME, Cast, Member
from tests.clients import JSON, Answer, Caller, Live
from tests.running.redis import redis_that_leaves
from tests.running.server_process import Server
from tests.running.two_servers import two_servers

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
NAME = "Tremlett"
WITHIN = 1.0
"""Seconds: the promise."""


@pytest.fixture
def dialect() -> str:
    return "postgres"


@dataclass
class Forum:
    """Rosa's topic and Amir's reply, both of Mr Tremlett; Olga has the topic open at the other process."""

    one: Server
    other: Server
    cast: Cast
    topic: str
    reply: str
    page: Live
    list_: Live
    redis_leaves: Callable[[], None]

    async def call(self, server: Server, member: Member | None, method: str, path: str, body: JSON) -> Answer:
        caller = Caller(server.url, member.token if member else None)
        try:
            return await caller.send(method, f"/api/v1{path}", json=body)
        finally:
            await caller.close()

    async def decide(self, target: str, action: str = "hide") -> None:
        """A moderator does, at the first process."""
        queue = await self.call(self.one, self.cast.mo, "GET", "/moderation/queue?limit=100", {})
        [item] = [item for item in queue.json["items"] if item["target"]["id"] == target]
        ruling = {"version": item["version"], "action": action, "clause": "kind", "reason": "Somebody is named"}
        decided = await self.call(self.one, self.cast.mo, "POST", f"/moderation/items/{item['id']}/decision", ruling)
        assert decided.status == 201, decided.text

    async def flag(self, type_: str, id_: str) -> None:
        target = {"target": {"type": type_, "id": id_}, "reason": "abuse"}
        assert (await self.call(self.one, self.cast.huw, "POST", "/flags", target)).status == 201

    async def doors_that_say_it(self) -> list[str]:
        """The doors of the other process at which a reader who is signed out still finds the name."""
        paths = [
            f"/topics/{self.topic}", f"/topics/{self.topic}/new?after=0", f"/neighbourhoods/{HOME}/forum",
            f"/api/v1/topics/{self.topic}/replies", f"/api/v1/neighbourhoods/{HOME}/topics", f"/search?q={NAME}",
            f"/api/v1/search?q={NAME}",
        ]  # fmt: skip
        caller = Caller(self.other.url)
        try:
            answers = await asyncio.gather(*(caller.page(path) for path in paths))
        finally:
            await caller.close()
        assert all(answer.status in {200, 404} for answer in answers), [answer.status for answer in answers]
        # The page of the search repeats what was asked for.
        said = [answer.text.replace(f'value="{NAME}"', "") for answer in answers]
        return [
            path for path, text in zip(paths, said, strict=True) if f"{NAME} keeps" in text or f"Old {NAME}" in text
        ]


async def heard(live: Live, event: str, before: int) -> None:
    """One more such event comes, within the second that is promised."""
    until = time.monotonic() + WITHIN
    while len(live.of(event)) <= before:
        assert time.monotonic() < until, f"{event} must be told"
        await asyncio.sleep(0.01)


@pytest.fixture
async def forum(settings: Settings, cast: Cast, tmp_path: Path) -> AsyncIterator[Forum]:
    with redis_that_leaves() as (url, leave):
        async with two_servers(settings, cast, url, tmp_path, BLUELAMP_LIMITS="off") as pair:
            made = Forum(pair.one, pair.other, cast, "", "", Live(), Live(), leave)
            words = {"title": f"Old {NAME} again", "body": "About the lamps."}
            topic = await made.call(pair.one, cast.rosa, "POST", f"/neighbourhoods/{HOME}/topics", words)
            assert topic.status == 201, topic.text
            made.topic = topic.json["id"]
            said = {"body": f"{NAME} keeps them in the shed"}
            reply = await made.call(pair.one, cast.amir, "POST", f"/topics/{made.topic}/replies", said)
            assert reply.status == 201, reply.text
            made.reply = reply.json["id"]
            pair.lives.extend([made.page, made.list_])
            for live in (made.page, made.list_):
                await live.connect(pair.other.url, {"token": cast.olga.token})
            await made.page.ok("follow_topic", topic=made.topic)
            listed = await made.call(pair.other, None, "GET", f"/neighbourhoods/{HOME}/forum", {})
            await made.list_.ok("follow_forum", forum=listed.json["id"], topics=[made.topic])
            assert len(await made.doors_that_say_it()) >= 4, "there must be something to take down"
            yield made


@pytest.mark.parametrize("away", [False, True], ids=["with Redis", "while Redis is away"])
async def test_a_reply_that_is_taken_down_is_gone_from_the_other_within_a_second(forum: Forum, away: bool):
    await forum.flag("reply", forum.reply)
    if away:
        forum.redis_leaves()
        await asyncio.sleep(WITHIN)  # both notice that it is gone
    before = len(forum.page.of("topic_changed"))
    await forum.decide(forum.reply)
    await heard(forum.page, "topic_changed", before)
    assert [path for path in await forum.doors_that_say_it() if path.endswith(("/replies", "after=0"))] == []
    drawn = await forum.call(forum.other, None, "GET", f"/topics/{forum.topic}/replies", {})
    assert [item["body"] for item in drawn.json["items"]] == ["About the lamps.", None]


@pytest.mark.parametrize("away", [False, True], ids=["with Redis", "while Redis is away"])
async def test_a_topic_that_is_taken_down_is_gone_from_the_others_lists_too(forum: Forum, away: bool):
    await forum.flag("topic", forum.topic)
    if away:
        forum.redis_leaves()
        await asyncio.sleep(WITHIN)
    before = [len(live.of("topic_changed")) for live in (forum.page, forum.list_)]
    began = time.monotonic()
    await forum.decide(forum.topic)
    for live, count in zip((forum.page, forum.list_), before, strict=True):
        await heard(live, "topic_changed", count)
    await asyncio.sleep(max(0, WITHIN - (time.monotonic() - began)))
    assert await forum.doors_that_say_it() == []


async def test_a_new_reply_is_heard_of_while_redis_is_away(forum: Forum):
    forum.redis_leaves()
    await asyncio.sleep(WITHIN)
    before = len(forum.page.of("topic_changed"))
    listed = len(forum.list_.of("forum_changed"))
    said = {"body": "They are back"}
    assert (await forum.call(forum.one, forum.cast.rosa, "POST", f"/topics/{forum.topic}/replies", said)).status == 201
    await heard(forum.page, "topic_changed", before)
    await heard(forum.list_, "forum_changed", listed)


@pytest.mark.parametrize("away", [False, True], ids=["with Redis", "while Redis is away"])
async def test_a_name_that_changed_is_heard_of_too(forum: Forum, away: bool):
    if away:
        forum.redis_leaves()
        await asyncio.sleep(WITHIN)
    before = len(forum.page.of("person_changed"))
    renamed = await forum.call(forum.one, forum.cast.amir, "PATCH", "/me", {"name": "Amir Qureshi"})
    assert renamed.status == 200, renamed.text
    await heard(forum.page, "person_changed", before)
    assert forum.page.of("person_changed")[-1]["person"]["name"] == "Amir Qureshi"
