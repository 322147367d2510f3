"""A page that one process keeps follows what another one writes within a second, with Redis and without."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import nullcontext
from pathlib import Path
from time import monotonic
from uuid import uuid4

import pytest

from foundation.settings import Settings
from tests.cast import HOME, Cast, Member
from tests.clients import Answer, Caller
from tests.running.ports import free_port
from tests.running.redis import running_redis
from tests.running.server_process import Server, running_server

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
WORDS = "There is one on Crwys Road that works"
WITHIN = 1.0
"""Seconds: the promise."""


@pytest.fixture
def dialect() -> str:
    return "postgres"


@pytest.fixture(params=["redis", "redis is away"])
async def two(
    request: pytest.FixtureRequest, settings: Settings, cast: Cast, tmp_path: Path
) -> AsyncIterator[tuple[Server, Server]]:
    with running_redis() if request.param == "redis" else nullcontext(f"redis://127.0.0.1:{free_port()}") as url:
        several = {"BLUELAMP_REDIS_URL": url}
        with (
            running_server(settings=settings, folder=tmp_path, **several) as one,
            running_server(settings=settings, folder=tmp_path, **several) as other,
        ):
            yield one, other


async def ask(server: Server, member: Member | None, method: str, path: str, body: object = None) -> Answer:
    caller = Caller(server.url, member.token if member else None)
    try:
        return await caller.send(method, path, **({"json": body} if body is not None else {}))
    finally:
        await caller.close()


async def test_amirs_words_are_gone_from_the_pages_of_the_other_process(two: tuple[Server, Server], cast: Cast) -> None:
    one, other = two
    topic = {"title": "A light for the underpass", "body": "It is dark there.", "client_id": str(uuid4())}
    made = await ask(one, cast.rosa, "POST", f"/api/v1/neighbourhoods/{HOME}/topics", topic)
    path = f"/topics/{made.json['id']}"
    reply = await ask(one, cast.amir, "POST", f"/api/v1{path}/replies", {"body": WORDS, "client_id": str(uuid4())})
    assert reply.status == 201, reply.text
    for _time in range(3):
        assert WORDS in (await ask(other, None, "GET", path)).text
    gone = await ask(one, cast.amir, "DELETE", f"/api/v1/replies/{reply.json['id']}")
    assert gone.status == 204, gone.text
    began = monotonic()
    while WORDS in (await ask(other, None, "GET", path)).text:
        assert monotonic() - began < WITHIN
        await asyncio.sleep(0.02)
    assert WORDS not in (await ask(one, None, "GET", path)).text
