"""Servers that are killed, and a database that is away: what was acknowledged stands, once, and is told."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import aiohttp
import pytest

from accounts.models import Person
from forums.following.telling.models import ToTell
from forums.following.watching.models import HowTold, Watch, WatchKind
from forums.models import Reply
from foundation import clock
from foundation.ids import new_id
from foundation.models import SearchEntry
from foundation.queries import Query
from foundation.settings import Settings
from notices.models import Notice
from tests.cast import HOME, Cast, Member
from tests.clients import JSON, Caller
from tests.forums.invariants import check_forums
from tests.running.processes import end
from tests.running.server_process import Server, running_server

FOLLOWERS = 450
"""More than are told in one transaction."""
CUTS = 6
LOOKS = 300
_CUT = Query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@pytest.fixture
async def pair(database: Settings, cast: Cast, tmp_path: Path) -> AsyncIterator[tuple[Server, Server]]:
    with ExitStack() as stack:
        one, other = (
            stack.enter_context(running_server(settings=database, folder=tmp_path, BLUELAMP_LIMITS="off"))
            for _server in range(2)
        )
        yield one, other


async def call(server: Server, member: Member, path: str, body: JSON) -> tuple[int, JSON]:
    """One POST; 0 where the server is not there any more."""
    caller = Caller(server.url, member.token)
    try:
        answer = await caller.post(path, body)
        return answer.status, answer.json
    except (aiohttp.ClientError, OSError):
        return 0, {}
    finally:
        await caller.close()


async def topic_of(server: Server, cast: Cast) -> str:
    status, topic = await call(server, cast.rosa, f"/neighbourhoods/{HOME}/topics", {"title": "Lamps", "body": "Dark"})
    assert status == 201, topic
    return str(topic["id"])


async def crowd(topic: str) -> set[str]:
    """The ids of many who follow it."""
    now = clock.now()
    people = [
        Person(
            id=new_id(), name=f"Resident {n}", name_skeleton=f"resident{n}", role="resident", created_at=now,
            email=f"resident{n}@example.org", email_confirmed_at=now,
        )
        for n in range(FOLLOWERS)
    ]  # fmt: skip
    await Person.bulk_create(people)
    watch = {"kind": WatchKind.TOPIC, "target_id": topic, "how": HowTold.DIGEST, "since": now}
    await Watch.bulk_create([Watch(id=new_id(), person_id=person.id, **watch) for person in people])
    return {person.id for person in people}


async def test_an_acknowledged_reply_stands_and_everybody_is_told_once_though_its_server_is_killed(
    pair: tuple[Server, Server], cast: Cast
) -> None:
    one, other = pair
    topic = await topic_of(other, cast)
    followers = await crowd(topic)
    status, reply = await call(one, cast.amir, f"/topics/{topic}/replies", {"body": "I have a torch"})
    one.process.send_signal(signal.SIGKILL)
    assert status == 201
    end(one.process)
    assert (await Reply.get(id=reply["id"])).number == 2
    assert await SearchEntry.filter(id=f"reply:{reply['id']}").exists()
    # Its lease would end by itself within a minute.
    await ToTell.filter(reply_id=reply["id"]).update(leased_until=clock.now())
    for _look in range(LOOKS):
        if not await ToTell.filter(reply_id=reply["id"]).exists():
            break
        await asyncio.sleep(0.1)
    told = [notice["person_id"] for notice in await Notice.all().values("person_id")]
    assert sorted(person for person in told if person in followers) == sorted(followers)
    await check_forums()


@pytest.mark.parametrize("dialect", [pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_what_is_sent_again_while_the_database_breaks_off_is_there_once(
    pair: tuple[Server, Server], cast: Cast
) -> None:
    topic, statuses = await topic_of(pair[0], cast), set()

    async def post(number: int) -> None:
        body = {"body": f"Word {number}", "client_id": str(uuid4())}
        for again in range(100):
            status, _answer = await call(pair[(number + again) % 2], cast.amir, f"/topics/{topic}/replies", body)
            statuses.add(status)
            if status == 201:
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"word {number} was never taken")

    async def cut() -> None:
        for _time in range(CUTS):
            await asyncio.sleep(0.25)
            await _CUT.rows()

    await asyncio.gather(cut(), *(post(number) for number in range(30)))
    assert statuses <= {201, 503}, statuses
    words = [row["body"] for row in await Reply.filter(topic_id=topic, number__gt=1).values("body")]
    assert sorted(words) == sorted(f"Word {number}" for number in range(30))
    await check_forums()
