"""Queries of rounds."""

from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_MOVED = Query(
    "SELECT which, before, after, reason, by_id, role, at FROM priority_date_moved WHERE round_id = ? ORDER BY id",
    moments=("before", "after", "at"),
)


async def dates_moved(round_id: str) -> list[JSON]:
    """Every date of a round that was moved, in the order of time."""
    return await _MOVED.rows(round_id)
