"""What is written of appeals against refusals. Inside the caller’s transaction."""

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from priorities.proposals.models import RefusalAppeal

_DECIDE = Query(
    """
    UPDATE priority_refusal_appeal SET decided_at = ?, decided_by_id = ?, upheld = ?, answer = ?
    WHERE proposal_id = ? AND decided_at IS NULL RETURNING id
    """
)


async def add_appeal(proposal_id: str, person: str, text: str) -> None:
    """Raises IntegrityError where there is one already."""
    await RefusalAppeal.create(id=new_id(), proposal_id=proposal_id, person_id=person, text=text, at=clock.now())


async def set_decided(proposal_id: str, by: str, *, upheld: bool, answer: str) -> bool:
    """Write what was said to it; False where somebody else did so before."""
    return bool(await _DECIDE.rows(clock.now(), by, upheld, answer, proposal_id))
