"""What is taken down on one process is gone from the other within a second, by every door, with and without Redis."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from foundation.settings import Settings
from tests.cast import Cast, Member
from tests.clients import Answer, Caller, Live
from tests.running.redis import redis_that_leaves
from tests.running.server_process import Server
from tests.running.two_servers import TwoServers, two_servers

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
NAME = "Tremlett"
WITHIN = 1.0
"""Seconds: the promise."""
DOORS = ("", "/office")
WHEN_CLOSED = ("/transcript", "/transcript.txt", "/transcript.json")


@pytest.fixture
def dialect() -> str:
    return "postgres"


@dataclass
class Evening(TwoServers):
    """Rosa has written and asked of Mrs Tremlett on one server; Amir looks on at the other one."""

    cast: Cast
    said: dict[str, str]
    amir: Live
    redis_leaves: Callable[[], None]
    doors: tuple[str, ...] = DOORS

    async def close(self) -> None:
        """The evening is over, and its transcript is there."""
        closed = await self.ask(self.one, self.cast.ada, lambda ada: ada.post(f"/surgeries/{self.room}/close"))
        assert closed.status == 200, closed.text
        self.doors = WHEN_CLOSED
        assert len(await self.doors_that_say_it(self.other)) >= len(WHEN_CLOSED)

    async def ask(self, server: Server, member: Member | None, ask: Callable[[Caller], Awaitable[Answer]]) -> Answer:
        caller = Caller(server.url, member.token if member else None)
        try:
            return await ask(caller)
        finally:
            await caller.close()

    async def doors_that_say_it(self, server: Server) -> list[str]:
        """The doors of the room at which a reader who is signed out still finds the name."""
        pages = [f"/surgeries/{self.room}{door}" for door in self.doors]
        paths = [*pages, f"/api/v1/surgeries/{self.room}/events?after=0&limit=500",
                 f"/api/v1/surgeries/{self.room}/questions"]  # fmt: skip
        caller = Caller(server.url)
        try:
            answers = await asyncio.gather(*(caller.page(path) for path in paths))
        finally:
            await caller.close()
        assert [answer.status for answer in answers] == [200] * len(paths)
        return [path for path, answer in zip(paths, answers, strict=True) if NAME in answer.text]

    async def gone_within(self, seconds: float) -> None:
        """The name leaves the other process: its doors, and the screen that was open there."""
        until = time.monotonic() + seconds
        for id_ in self.said.values():
            await asyncio.wait_for(self.amir.wait_for("message_hidden", id=id_), until - time.monotonic())
        assert await self.doors_that_say_it(self.other) == []


@pytest.fixture
async def two(settings: Settings, cast: Cast, tmp_path: Path) -> AsyncIterator[Evening]:
    with redis_that_leaves() as (url, leave):
        async with two_servers(settings, cast, url, tmp_path, BLUELAMP_LIMITS="off") as pair:
            rosa, amir = await pair.enter(pair.one, cast.rosa), await pair.enter(pair.other, cast.amir)
            evening = Evening(pair.one, pair.other, pair.room, pair.lives, cast, {}, amir, leave)
            for kind in ("message", "question"):
                draft = {"room": pair.room, "client_id": str(uuid4()), "kind": kind, "confirm": True}
                posted = await rosa.ok("send_message", body=f"Where does old {NAME} keep the {kind}?", **draft)
                assert posted["status"] == "published", posted
                evening.said[kind] = posted["id"]
                await amir.wait_for("message_posted", id=posted["id"])
            assert len(await evening.doors_that_say_it(pair.other)) >= 3, "there must be something to take down"
            yield evening


async def _hide_there(two: Evening, server: Server) -> None:
    """In the room, by its host."""
    ada = Live()
    await ada.connect(server.url, {"token": two.cast.ada.token})
    await ada.ok("enter", room=two.room, after=0)
    for id_ in two.said.values():
        await ada.ok("hide_message", room=two.room, id=id_, reason="Somebody is named")
    await ada.close()


async def _hide_from_the_queue(two: Evening, server: Server) -> None:
    """By a moderator who is not in the room."""
    mo = Caller(server.url, two.cast.mo.token)
    for item in (await mo.get("/moderation/queue?limit=100")).json["items"]:
        ruling = {"version": item["version"], "action": "hide", "clause": "fair", "reason": "Somebody is named"}
        assert (await mo.post(f"/moderation/items/{item['id']}/decision", ruling)).status == 201
    await mo.close()


async def _flag(two: Evening) -> None:
    amir = Caller(two.one.url, two.cast.amir.token)
    for id_ in two.said.values():
        flagged = await amir.post("/flags", {"target": {"type": "message", "id": id_}, "reason": "abuse"})
        assert flagged.status == 201, flagged.text
    await amir.close()


async def test_a_hosts_hide_on_one_process_is_seen_on_the_other(two: Evening):
    await _hide_there(two, two.one)
    await two.gone_within(WITHIN)


async def test_a_decision_from_the_queue_is_seen_on_the_other_after_the_close_too(two: Evening):
    await two.close()
    await _flag(two)
    await _hide_from_the_queue(two, two.one)
    await two.gone_within(WITHIN)


@pytest.mark.parametrize("hide", [_hide_there, _hide_from_the_queue], ids=["in the room", "from the queue"])
async def test_it_is_so_while_redis_is_away(two: Evening, hide: Callable[[Evening, Server], Awaitable[None]]):
    await _flag(two)
    two.doors = ("",)  # nobody walks in the office while Redis is away, and its page says so
    two.redis_leaves()
    await asyncio.sleep(WITHIN)  # both notice that it is gone
    await hide(two, two.one)
    await two.gone_within(WITHIN)
    assert await two.doors_that_say_it(two.one) == []


@pytest.mark.parametrize("away", [False, True], ids=["with Redis", "while Redis is away"])
async def test_a_name_that_was_taken_away_is_gone_from_the_other_too(two: Evening, away: bool):
    moved = await two.ask(
        two.one,
        two.cast.amir,
        lambda caller: caller.post("/flags", {"target": {"type": "person", "id": two.cast.rosa.id}, "reason": "abuse"}),
    )
    assert moved.status == 201, moved.text
    if away:
        two.redis_leaves()
        await asyncio.sleep(WITHIN)
    heard = len(two.amir.of("person_changed"))
    await _hide_from_the_queue(two, two.one)
    until = time.monotonic() + WITHIN
    while len(two.amir.of("person_changed")) == heard:
        assert time.monotonic() < until, "the open screen must be told"
        await asyncio.sleep(0.02)
    told = two.amir.of("person_changed")[-1]["person"]
    assert (told["id"], told["name"] == two.cast.rosa.name) == (two.cast.rosa.id, False)
    for door in ("", "/events") if away else (*DOORS, "/events"):
        where = f"/surgeries/{two.room}{door}" if door != "/events" else f"/api/v1/surgeries/{two.room}/events?after=0"
        answer = await two.ask(two.other, None, lambda caller, path=where: caller.page(path))  # type: ignore[misc]
        assert two.cast.rosa.name not in answer.text, where
