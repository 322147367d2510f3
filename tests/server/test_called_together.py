"""Somebody in danger writes on one process: who sits at the other is called at once, with and without Redis."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from foundation.settings import Settings
from tests.cast import Cast
from tests.clients import Caller, Live
from tests.rooms_from_outside import plan
from tests.running.redis import running_redis
from tests.running.server_process import Server, running_server

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
DANGER = "Help, he has a knife and he is in my house right now!"
WITHIN = 1.0
"""Seconds."""


@pytest.fixture
def dialect() -> str:
    return "postgres"


@pytest.fixture
async def lives() -> AsyncIterator[list[Live]]:
    lives = [Live() for _live in range(3)]
    yield lives
    await asyncio.gather(*(live.close() for live in lives))


async def open_room(server: Server, cast: Cast) -> str:
    ada = Caller(server.url, cast.ada.token)
    room = str((await ada.post("/surgeries", plan())).json["id"])
    assert (await ada.post(f"/surgeries/{room}/open")).status == 200
    await ada.close()
    return room


@pytest.mark.parametrize("away", [False, True], ids=["with Redis", "while Redis is away"])
async def test_host_and_moderator_at_the_other_process_are_called_and_hear_who_looks(
    settings: Settings, cast: Cast, tmp_path: Path, lives: list[Live], away: bool
) -> None:
    rosa, ada, mo = lives
    redis = running_redis()
    variables = {"BLUELAMP_REDIS_URL": redis.__enter__(), "BLUELAMP_LIMITS": "off"}
    try:
        with (
            running_server(settings=settings, folder=tmp_path, **variables) as one,
            running_server(settings=settings, folder=tmp_path, **variables) as other,
        ):
            room = await open_room(one, cast)
            for live, server, member in ((rosa, one, cast.rosa), (ada, other, cast.ada), (mo, other, cast.mo)):
                await live.connect(server.url, {"token": member.token})
            for live in (rosa, ada):
                await live.ok("enter", room=room, after=0)
            await mo.ok("watch_queue")
            if away:
                redis.__exit__(None, None, None)
                await asyncio.sleep(WITHIN)  # both notice that it is gone
            said = await rosa.ok("send_message", room=room, client_id=str(uuid4()), body=DANGER)
            assert said["notice"] == "emergency", "its author is told by the answer itself"
            async with asyncio.timeout(WITHIN):
                [call, _same] = [await live.wait("paged", room=room) for live in (ada, mo)]
            await ada.ok("see_page", id=call["id"])
            async with asyncio.timeout(WITHIN):
                assert (await mo.wait("page_seen", id=call["id"]))["by"]["name"] == cast.ada.name
    finally:
        if not away:
            redis.__exit__(None, None, None)
