"""Queries of the dates of rounds."""

from datetime import datetime
from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
# When a cancelled round began is of no use any more: what was called off is what was to come.
_BETWEEN = Query(
    """
    WITH round AS (
        SELECT id, neighbourhood_id, title, phase, gather_at, vote_at, agree_at, review_at, cancelled_reason,
               never_begun, created_at
        FROM priority_round
        WHERE gather_at < ? AND review_at >= ? AND (? = '' OR neighbourhood_id = ?) AND (? = '' OR force_id = ?)
    ), dated AS (
        SELECT id, 'gather_at' AS which, gather_at AS moment FROM round WHERE phase <> 'cancelled' OR never_begun
        UNION ALL SELECT id, 'vote_at', vote_at FROM round
        UNION ALL SELECT id, 'agree_at', agree_at FROM round
        UNION ALL SELECT id, 'review_at', review_at FROM round
    )
    SELECT round.id, neighbourhood_id, title, phase, cancelled_reason, never_begun, created_at, which, moment
    FROM dated JOIN round ON round.id = dated.id
    WHERE moment >= ? AND moment < ? ORDER BY moment, round.id, which LIMIT ?
    """,
    moments=("moment", "created_at"),
    truths=("never_begun",),
)
_MOVES = Query(
    """
    SELECT round_id, which, COUNT(*) AS moves, MAX(at) AS last FROM priority_date_moved
    WHERE round_id IN ? GROUP BY round_id, which
    """,
    moments=("last",),
)


async def dates_between(
    neighbourhood: str | None, force: str | None, since: datetime, until: datetime, most: int
) -> list[JSON]:
    """The dates of rounds in this time (None: of any neighbourhood, of any force), the soonest first: each `which` and
    its `moment`, with what is shown of its round."""
    place, served = neighbourhood or "", force or ""
    return await _BETWEEN.rows(until, since, place, place, served, served, since, until, most)


async def moves_of(rounds: list[str]) -> dict[tuple[str, str], tuple[int, datetime]]:
    """How often each date of these rounds was moved, and when last, by round and date."""
    rows = await _MOVES.rows(rounds) if rounds else []
    return {(row["round_id"], row["which"]): (row["moves"], row["last"]) for row in rows}
