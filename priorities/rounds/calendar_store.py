"""Queries of the dates of rounds."""

from datetime import datetime
from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_BETWEEN = Query(
    """
    SELECT id, neighbourhood_id, title, phase, gather_at, vote_at, agree_at, review_at, cancelled_reason, created_at
    FROM priority_round
    WHERE gather_at < ? AND review_at >= ? AND (? = '' OR neighbourhood_id = ?) AND (? = '' OR force_id = ?)
    ORDER BY gather_at, id LIMIT ?
    """,
    moments=("gather_at", "vote_at", "agree_at", "review_at", "created_at"),
)
_MOVES = Query(
    """
    SELECT round_id, which, COUNT(*) AS moves, MAX(at) AS last FROM priority_date_moved
    WHERE round_id IN ? GROUP BY round_id, which
    """,
    moments=("last",),
)


async def rounds_between(
    neighbourhood: str | None, force: str | None, since: datetime, until: datetime, most: int
) -> list[JSON]:
    """Rounds with a date in this time; those asked for (None: of any neighbourhood, of any force)."""
    place, served = neighbourhood or "", force or ""
    return await _BETWEEN.rows(until, since, place, place, served, served, most)


async def moves_of(rounds: list[str]) -> dict[tuple[str, str], tuple[int, datetime]]:
    """How often each date of these rounds was moved, and when last, by round and date."""
    rows = await _MOVES.rows(rounds) if rounds else []
    return {(row["round_id"], row["which"]): (row["moves"], row["last"]) for row in rows}
