"""Two processes: a case sealed by one is kept by the other within two seconds, and both count what is repeated."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from foundation.settings import Settings
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.clients import JSON, Caller, Live
from tests.rooms_from_outside import plan
from tests.running.server_process import Server, running_server

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
KEY = "a-key-that-stands-in-no-database-at-all"
AD = "Cheap roof repairs today, ring the roofers of Cathays and mention this room for a discount"


@pytest.fixture
def dialect() -> str:
    return "postgres"


@dataclass
class Two:
    """Two servers of one database, and an open room."""

    one: Server
    other: Server
    room: str
    lives: list[Live]

    async def say(self, server: Server, member: Member, body: str) -> JSON:
        live = Live()
        self.lives.append(live)
        await live.connect(server.url, {"token": member.token})
        await live.ok("enter", room=self.room, after=0)
        return await live.ok("send_message", room=self.room, client_id=str(uuid4()), body=body)


@pytest.fixture
async def two(settings: Settings, cast: Cast, redis_url: str, tmp_path: Path) -> AsyncIterator[Two]:
    variables = {"BLUELAMP_REDIS_URL": redis_url, "BLUELAMP_SEALED_KEY": KEY, "BLUELAMP_MODEL": "off"}
    with (
        running_server(settings=settings, folder=tmp_path, **variables) as one,
        running_server(settings=settings, folder=tmp_path, **variables) as other,
    ):
        caller = Caller(one.url, cast.ada.token)
        surgery = (await caller.post("/surgeries", plan())).json
        assert (await caller.post(f"/surgeries/{surgery['id']}/open")).status == 200
        await caller.close()
        pair = Two(one, other, surgery["id"], [])
        yield pair
        await asyncio.gather(*(live.close() for live in pair.lives))


async def test_a_case_sealed_by_one_is_kept_by_the_other(two: Two, cast: Cast) -> None:
    assert (await two.say(two.other, cast.rosa, "I saw Blodwen Pugh"))["status"] == "published"
    dee = Browser(two.one.url, cast.dee)
    await dee.get("/moderation/cases")
    sealed = await dee.post("/moderation/cases", label="Blackbird", ends_on="2999-12-31", terms="Blodwen Pugh")
    await dee.close()
    assert sealed.status == 303, sealed.text
    began = time.monotonic()
    while (await two.say(two.other, cast.amir, f"Blodwen Pugh at {time.monotonic()}"))["status"] == "published":
        assert time.monotonic() - began < 2
        await asyncio.sleep(0.3)
    assert (await two.say(two.one, cast.rosa, "It was Blodwen Pugh"))["status"] == "held"


async def test_what_is_said_again_and_again_is_counted_in_both(two: Two, cast: Cast) -> None:
    said = [await two.say(server, cast.rosa, AD) for server in (two.one, two.other, two.one, two.other)]
    # In one place the fourth time is one too many: neither of the two has seen it more than twice.
    assert [each["status"] for each in said] == ["published", "published", "published", "held"]
