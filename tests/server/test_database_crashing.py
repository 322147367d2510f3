"""A PostgreSQL that crashes while people write: words that were acknowledged stand, others are asked to wait."""

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from foundation import database
from foundation.settings import Settings
from server.models import MODELS
from tests.cast import HOME, Cast
from tests.clients import Caller
from tests.forums.invariants import check_forums
from tests.parts import postgres_programs
from tests.running.postgres import Cluster, running_postgres
from tests.running.schema import bring_up_to_date, settings_for
from tests.running.server_process import running_server

pytestmark = pytest.mark.skipif(postgres_programs() is None, reason="PostgreSQL is not installed")
WORDS = 24
PATIENCE = 300
"""Times that somebody asks again, with a tenth of a second in between."""


@pytest.fixture
def dialect() -> str:
    return "postgres"


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """The test's own: a crash would end what other tests do in the run's."""
    with running_postgres(durable=True) as own:
        yield own


@pytest.fixture
def database_url(cluster: Cluster) -> str:
    url = cluster.create("crashing")
    bring_up_to_date(settings_for(url))
    return url


async def _crash(cluster: Cluster) -> None:
    """As the machine's hunter for memory does: one of its processes is killed, and it ends all others itself."""
    looking = await asyncpg.connect(host=str(cluster.folder), user="bluelamp", database="crashing")
    pid = await looking.fetchval(
        "SELECT pid FROM pg_stat_activity WHERE datname = 'crashing' AND pid <> pg_backend_pid() LIMIT 1"
    )
    os.kill(int(pid), signal.SIGKILL)


async def test_whoever_was_told_that_it_stands_finds_it(
    settings: Settings, cluster: Cluster, cast: Cast, tmp_path: Path
) -> None:
    with running_server(settings=settings, folder=tmp_path, BLUELAMP_LIMITS="off") as server:
        amir = Caller(server.url, cast.amir.token)
        words = {"title": "Lamps", "body": "Dark"}
        topic = (await amir.post(f"/neighbourhoods/{HOME}/topics", words)).json["id"]
        statuses: list[int] = []

        async def post(number: int) -> None:
            body = {"body": f"Word {number}", "client_id": str(uuid4())}
            for _again in range(PATIENCE):
                answer = await amir.post(f"/topics/{topic}/replies", body)
                statuses.append(answer.status)
                if answer.status == 201:
                    return
                await asyncio.sleep(0.1)
            raise AssertionError(f"word {number} was never taken")

        async def crash() -> None:
            await asyncio.sleep(0.2)
            await _crash(cluster)

        await asyncio.gather(crash(), *(post(number) for number in range(WORDS)))
        await amir.close()
        log = server.log.read_text()
    assert set(statuses) == {201, 503}
    assert "unforeseen" not in log
    await database.connect(settings, MODELS)
    try:
        found = await database.connection().execute_query_dict("SELECT body FROM forum_reply WHERE number > 1")
        assert sorted(row["body"] for row in found) == sorted(f"Word {number}" for number in range(WORDS))
        await check_forums()
    finally:
        await database.close()
