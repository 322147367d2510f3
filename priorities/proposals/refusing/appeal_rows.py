"""The rows of appeals against refusals, as they are read."""

from collections.abc import Collection
from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_OF = Query(
    """
    SELECT id, proposal_id, person_id, text, at, decided_at, decided_by_id, upheld, answer
    FROM priority_refusal_appeal WHERE proposal_id IN ?
    """,
    moments=("at", "decided_at"),
)


async def appeals_of(proposals: Collection[str]) -> dict[str, JSON]:
    """The appeal of each of these proposals that has one."""
    rows = await _OF.rows(sorted(set(proposals))) if proposals else []
    return {row["proposal_id"]: row | {"upheld": _truth(row["upheld"])} for row in rows}


def _truth(value: Any) -> bool | None:
    """SQLite keeps it as 0 or 1, and null while nobody has decided."""
    return None if value is None else bool(value)
