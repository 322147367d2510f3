"""Queries of what followers of rounds are to be told, and were."""

from datetime import datetime, timedelta
from typing import Any, Final

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from priorities.round_rows import COLUMNS, MOMENTS, TRUTHS
from priorities.rounds.models import RoundTold

JSON = dict[str, Any]
_NEWS_FOR: Final = timedelta(days=7)
"""A server that was away longer does not tell of a result any more."""
_WITH_NEWS = Query(
    "SELECT",
    COLUMNS,
    """
    FROM priority_round
    WHERE phase = 'gather' OR (phase = 'vote' AND agree_at > ?) OR (phase IN ('agree', 'act') AND closed_at > ?)
    ORDER BY id
    """,
    moments=MOMENTS,
    truths=TRUTHS,
)
_WITH_WAITING = Query(
    """
    SELECT round.id, round.force_id, round.neighbourhood_id, round.title, round.vote_at, COUNT(*) AS waiting
    FROM priority_round round
    JOIN priority_proposal proposal ON proposal.round_id = round.id
        AND (proposal.state = 'held' OR (proposal.state = 'published' AND proposal.pending IS NOT NULL))
    WHERE round.phase IN ('gather', 'shape') AND round.vote_at > ? AND round.vote_at <= ?
    GROUP BY round.id, round.force_id, round.neighbourhood_id, round.title, round.vote_at
    ORDER BY round.id
    """,
    moments=("vote_at",),
)
_TOLD = Query("SELECT round_id, what FROM priority_round_told WHERE round_id IN ?")


async def rounds_with_news(now: datetime) -> list[JSON]:
    """Rounds in which people can propose or vote, and those whose result is new."""
    return await _WITH_NEWS.rows(now, now - _NEWS_FOR)


async def rounds_with_waiting(after: datetime, until: datetime) -> list[JSON]:
    """Rounds whose vote opens in that time, with how many proposals and changes of them wait for a moderator."""
    return await _WITH_WAITING.rows(after, until)


async def told_of(rounds: list[str]) -> set[tuple[str, str]]:
    """What was told of each of these rounds, by its id."""
    return {(row["round_id"], row["what"]) for row in await _TOLD.rows(rounds)} if rounds else set()


async def add_told(round_id: str, what: str) -> None:
    """All of them were told; nothing where another process has said so."""
    row = RoundTold(id=new_id(), round_id=round_id, what=what, at=clock.now())
    await RoundTold.bulk_create([row], ignore_conflicts=True)
