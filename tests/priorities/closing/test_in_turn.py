"""Each process that serves seals votes: one of them counts, and the others wait for what it made of it."""

import asyncio
from typing import Any

import asyncpg
import pytest

from foundation import clock
from foundation.database import configuration
from foundation.queries import Query
from priorities.ballots.models import RoundKey
from priorities.closing.models import Close
from priorities.closing.sealing_service import seal_votes
from priorities.models import Phase, Round
from tests.cast import Cast
from tests.priorities.poll import Poll

_PATIENCE = 30
_IN_LINE = Query("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'")


@pytest.fixture(params=[pytest.param("postgres", marks=pytest.mark.postgres)])
def dialect(request: pytest.FixtureRequest) -> str:
    """On SQLite there is one process."""
    return str(request.param)


async def test_what_another_process_is_sealing_is_not_counted_here_as_well(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    assert (await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])).status == 200
    ours = configuration(poll.house.settings, [])["connections"]["default"]["credentials"]
    other: Any = await asyncpg.connect(**{name: ours[name] for name in ("host", "port", "user", "database")})
    try:
        async with other.transaction():
            await other.fetch("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", f"seal {round_id}")
            await Round.filter(id=round_id).update(phase=Phase.AGREE, agree_at=clock.now())
            sealing = asyncio.create_task(seal_votes(poll.house.app))
            async with asyncio.timeout(_PATIENCE):
                while not await _IN_LINE.rows():
                    assert not sealing.done(), "it waits for the other one"
                    await asyncio.sleep(0.01)
            await other.execute("UPDATE priority_round SET closed_at = now() WHERE id = $1", round_id)
        await sealing
        assert not await Close.all()
        assert await RoundKey.filter(id=round_id).exists(), "what the other one did is left as it is"
        await Round.filter(id=round_id).update(closed_at=None)
        await seal_votes(poll.house.app)
        assert await Close.filter(id=round_id).exists()
    finally:
        await other.close()
