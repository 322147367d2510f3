"""The rows of who supports what. Inside the caller's transaction, with the round's row locked."""

from collections.abc import Collection

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from priorities.proposals.models import Support

_COUNT = Query(
    """
    UPDATE priority_proposal
    SET supporters = (SELECT COUNT(*) FROM priority_support WHERE proposal_id = priority_proposal.id) WHERE id IN ?
    """
)
_SUPPORTED = Query("SELECT proposal_id FROM priority_support WHERE person_id = ? AND proposal_id IN ?")
_OF = Query("SELECT person_id FROM priority_support WHERE proposal_id = ? ORDER BY id")


async def add_support(proposal_id: str, person: str) -> bool:
    """Have somebody support a proposal; gives whether they did not before."""
    if await Support.filter(proposal_id=proposal_id, person_id=person).exists():
        return False
    await Support.create(id=new_id(), proposal_id=proposal_id, person_id=person, at=clock.now())
    await count_support([proposal_id])
    return True


async def remove_support(proposal_id: str, person: str) -> bool:
    """End it; gives whether they did support it."""
    gone = await Support.filter(proposal_id=proposal_id, person_id=person).delete()
    await count_support([proposal_id])
    return bool(gone)


async def count_support(ids: Collection[str]) -> None:
    """Have these proposals say how many support them. Their version stays: it is that of the words."""
    await _COUNT.rows(sorted(set(ids)))


async def supported_among(person: str | None, proposal_ids: Collection[str]) -> set[str]:
    """Those of these proposals that somebody supports."""
    if person is None or not proposal_ids:
        return set()
    return {row["proposal_id"] for row in await _SUPPORTED.rows(person, list(proposal_ids))}


async def supporters_of(proposal_id: str) -> list[str]:
    """The ids of who supports it, the first first."""
    return [row["person_id"] for row in await _OF.rows(proposal_id)]
