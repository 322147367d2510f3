"""Two hosts in two processes silence the same person at once: one silence stands, of the later decision."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from foundation.settings import Settings
from moderation.models import Decision
from rooms.models import Restriction
from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk

pytestmark = pytest.mark.postgres

_AGAIN = """
INSERT INTO {table} SELECT (jsonb_populate_record({table}, $2::jsonb)).* FROM {table} WHERE {table}.id = $1
"""


@pytest.fixture
def dialect() -> str:
    """SQLite writes one after the other."""
    return "postgres"


@pytest.fixture
async def other(settings: Settings) -> AsyncIterator[asyncpg.Connection]:
    """A connection as another process has it."""
    connection = await asyncpg.connect(settings.database_url.removesuffix("&maxsize=5"))
    yield connection
    await connection.close()


async def _silenced_there(other: asyncpg.Connection, room: str, first: str, restriction: str) -> None:
    """What the other process writes: a decision in the place of the first, and what comes of it."""
    await other.execute("SELECT 1 FROM room WHERE id = $1 FOR UPDATE", room)
    await other.execute("UPDATE room_restriction SET ended_at = now() WHERE id = $1", restriction)
    decision = f'{{"id": "meanwhile0000000", "supersedes_id": "{first}"}}'
    await other.execute(_AGAIN.format(table="decision"), first, decision)
    row = '{"id": "meanwhile0000000", "decision_id": "meanwhile0000000", "ended_at": null}'
    await other.execute(_AGAIN.format(table="room_restriction"), restriction, row)


async def test_the_later_takes_the_place_of_the_earlier(desk: Desk, cast: Cast, other: asyncpg.Connection) -> None:
    host, rosa = await desk.room.enter(cast.ada), {"person": cast.rosa.id, "reason": "Too loud"}
    first = (await host.ok("silence_person", seconds=600, **rosa))["decision"]
    restriction = await Restriction.get(person_id=cast.rosa.id)
    there = other.transaction()
    await there.start()
    await _silenced_there(other, desk.room.id, first, restriction.id)
    silencing = asyncio.create_task(host.ok("silence_person", seconds=900, **rosa))
    await asyncio.wait([silencing], timeout=0.3)
    await there.commit()
    later = (await silencing)["decision"]
    assert (await Decision.get(id=later)).supersedes_id == "meanwhile0000000"
    assert [row.decision_id for row in await Restriction.filter(ended_at=None)] == [later]
