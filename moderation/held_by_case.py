"""Whether a sealed case held something that is not shown: outside of the queue nobody but its author reads it."""

from foundation.queries import Query

_HELD = Query(
    "SELECT 1 AS held FROM review_item WHERE target_type = ? AND target_id = ? AND case_id IS NOT NULL LIMIT 1"
)


async def held_by_case(type_: str, id_: str) -> bool:
    """Ask it of nothing that is shown: everybody reads that."""
    return bool(await _HELD.rows(type_, id_))
