"""An undo while somebody flags the same thing: one open item, and nobody is told that something broke."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from foundation.settings import Settings
from moderation.items.models import ReviewItem
from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk

pytestmark = pytest.mark.postgres

_FLAGGED = """
INSERT INTO review_item SELECT (jsonb_populate_record(item, jsonb_build_object(
    'id', 'flaggedmeanwhile', 'state', 'open', 'open_key', 'message:' || item.target_id, 'decision_id', null
))).* FROM review_item item WHERE item.target_id = $1
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


async def test_what_was_flagged_at_the_same_moment_waits_instead(
    desk: Desk, cast: Cast, other: asyncpg.Connection
) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "none")
    flagging = other.transaction()
    await flagging.start()
    await other.execute(_FLAGGED, message)
    undoing = asyncio.create_task(desk.undo(cast.mo, decision))
    early, _waiting = await asyncio.wait([undoing], timeout=0.3)
    assert not early, "the undo waits for what the flag comes to"
    await flagging.commit()
    answer = await undoing
    assert answer.status == 204, answer.text
    waiting = await ReviewItem.filter(target_id=message, state="open").values("id")
    assert waiting == [{"id": "flaggedmeanwhile"}]
