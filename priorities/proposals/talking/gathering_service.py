"""The round of a neighbourhood that takes proposals now."""

from foundation.queries import Query

_GATHERING = Query(
    "SELECT id FROM priority_round WHERE neighbourhood_id = ? AND phase = 'gather' ORDER BY gather_at, id LIMIT 1"
)


async def gathering_round(neighbourhood: str) -> str | None:
    """Its id, or None; of several, the one that began first."""
    rows = await _GATHERING.rows(neighbourhood)
    return str(rows[0]["id"]) if rows else None
