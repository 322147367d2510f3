"""An appeal while somebody takes back what it is against: nothing waits for a person who needs no answer any more."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from foundation.settings import Settings
from moderation.appeals.models import Appeal
from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk

pytestmark = pytest.mark.postgres

_UNDONE = """
INSERT INTO decision SELECT (jsonb_populate_record(decision, jsonb_build_object(
    'id', 'undonemeanwhile0', 'action', 'undo', 'supersedes_id', decision.id
))).* FROM decision WHERE id = $1
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


async def test_rosa_hears_that_it_was_taken_back_already(desk: Desk, cast: Cast, other: asyncpg.Connection) -> None:
    decision = await desk.decided(cast.mo, await desk.flagged(cast.rosa, cast.amir), "hide")
    undoing = other.transaction()
    await undoing.start()
    await other.execute("SELECT 1 FROM decision WHERE id = $1 FOR UPDATE", decision["id"])
    await other.execute(_UNDONE, decision["id"])
    appealing = asyncio.create_task(desk.appeal(cast.rosa, decision))
    early, _waiting = await asyncio.wait([appealing], timeout=0.3)
    assert not early, "the appeal waits for what the undo comes to"
    await undoing.commit()
    answer = await appealing
    assert answer.status == 409, answer.text
    assert "taken back already" in answer.text
    assert not await Appeal.filter(decision_id=decision["id"]).exists()
