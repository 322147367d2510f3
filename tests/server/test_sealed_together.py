"""Two processes: a case sealed by one is kept by the other within two seconds, and both count what is repeated."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from foundation.settings import Settings
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.clients import JSON
from tests.running.server_process import Server
from tests.running.two_servers import TwoServers, two_servers

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
KEY = "a-key-that-stands-in-no-database-at-all"
AD = "Cheap roof repairs today, ring the roofers of Cathays and mention this room for a discount"


@pytest.fixture
def dialect() -> str:
    return "postgres"


@pytest.fixture
async def two(settings: Settings, cast: Cast, redis_url: str, tmp_path: Path) -> AsyncIterator[TwoServers]:
    variables = {"BLUELAMP_SEALED_KEY": KEY, "BLUELAMP_MODEL": "off"}
    async with two_servers(settings, cast, redis_url, tmp_path, **variables) as pair:
        yield pair


async def _say(two: TwoServers, server: Server, member: Member, body: str) -> JSON:
    live = await two.enter(server, member)
    return await live.ok("send_message", room=two.room, client_id=str(uuid4()), body=body)


async def test_a_case_sealed_by_one_is_kept_by_the_other(two: TwoServers, cast: Cast) -> None:
    assert (await _say(two, two.other, cast.rosa, "I saw Blodwen Pugh"))["status"] == "published"
    dee = Browser(two.one.url, cast.dee)
    await dee.get("/moderation/cases")
    sealed = await dee.post("/moderation/cases", label="Blackbird", ends_on="2999-12-31", terms="Blodwen Pugh")
    await dee.close()
    assert sealed.status == 303, sealed.text
    began = time.monotonic()
    while (await _say(two, two.other, cast.amir, f"Blodwen Pugh at {time.monotonic()}"))["status"] == "published":
        assert time.monotonic() - began < 2
        await asyncio.sleep(0.3)
    assert (await _say(two, two.one, cast.rosa, "It was Blodwen Pugh"))["status"] == "held"


async def test_what_is_said_again_and_again_is_counted_in_both(two: TwoServers, cast: Cast) -> None:
    said = [await _say(two, server, cast.rosa, AD) for server in (two.one, two.other, two.one, two.other)]
    # In one place the fourth time is one too many: neither of the two has seen it more than twice.
    assert [each["status"] for each in said] == ["published", "published", "published", "held"]
