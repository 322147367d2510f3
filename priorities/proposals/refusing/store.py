"""Every query of appeals against refusals."""

from collections.abc import Collection
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from priorities.proposals.models import RefusalAppeal

JSON = dict[str, Any]
_OF = Query(
    """
    SELECT id, proposal_id, person_id, text, at, decided_at, decided_by_id, upheld, answer
    FROM priority_refusal_appeal WHERE proposal_id IN ?
    """,
    moments=("at", "decided_at"),
)
_DECIDE = Query(
    """
    UPDATE priority_refusal_appeal SET decided_at = ?, decided_by_id = ?, upheld = ?, answer = ?
    WHERE proposal_id = ? AND decided_at IS NULL RETURNING id
    """
)


async def appeals_of(proposals: Collection[str]) -> dict[str, JSON]:
    """The appeal of each of these proposals that has one."""
    rows = await _OF.rows(sorted(set(proposals))) if proposals else []
    return {row["proposal_id"]: row | {"upheld": _truth(row["upheld"])} for row in rows}


async def add_appeal(proposal_id: str, person: str, text: str) -> None:
    """Raises IntegrityError where there is one already."""
    await RefusalAppeal.create(id=new_id(), proposal_id=proposal_id, person_id=person, text=text, at=clock.now())


async def set_decided(proposal_id: str, by: str, *, upheld: bool, answer: str) -> bool:
    """Write what was said to it; False where somebody else did so before."""
    return bool(await _DECIDE.rows(clock.now(), by, upheld, answer, proposal_id))


def _truth(value: Any) -> bool | None:
    """SQLite keeps it as 0 or 1, and null while nobody has decided."""
    return None if value is None else bool(value)
