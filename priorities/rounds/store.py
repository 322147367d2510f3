"""Queries of rounds."""

from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_MOVED = Query(
    "SELECT which, before, after, reason, by_id, role, at FROM priority_date_moved WHERE round_id = ? ORDER BY id",
    moments=("before", "after", "at"),
)
_HAS_VOTED = Query("SELECT how FROM priority_voted WHERE round_id = ? AND voter = ?")


async def dates_moved(round_id: str) -> list[JSON]:
    """Every date of a round that was moved, in the order of time."""
    return await _MOVED.rows(round_id)


async def has_voted(round_id: str, person: str) -> bool:
    """Whether somebody has voted, or was given a slip or a code to vote with."""
    return bool(await _HAS_VOTED.rows(round_id, person))
