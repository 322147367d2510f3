"""What somebody did around proposals, as they take it away: putting together, refusing, appealing, explaining."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.models import Proposal
from priorities.proposals.models import EvidenceCard, Merge, MergeAnswer, RefusalAppeal

JSON = dict[str, Any]
_CARD = ("known", "can", "cannot", "others", "categories", "at", "version")


async def _merged(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Merge.filter(by_id=person), "retired_id", "into_id", "reason", "at", "undone_at"):
        yield {"proposal": row.pop("retired_id"), "into": row.pop("into_id"), **row}


async def _answered(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(MergeAnswer.filter(person_id=person), "merge_id", "moved", "at"):
        yield {"merge": row.pop("merge_id"), **row}


async def _appealed(person: str) -> AsyncIterator[JSON]:
    columns = ("proposal_id", "text", "at", "decided_at", "upheld", "answer")
    async for row in by_key(RefusalAppeal.filter(person_id=person), *columns):
        yield {"proposal": row.pop("proposal_id"), **row}


async def _decided(person: str) -> AsyncIterator[JSON]:
    """Without the words of whoever appealed."""
    columns = ("proposal_id", "decided_at", "upheld", "answer")
    async for row in by_key(RefusalAppeal.filter(decided_by_id=person), *columns):
        yield {"proposal": row.pop("proposal_id"), **row}


async def _refused(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Proposal.filter(refused_by_id=person), "refused_reason"):
        yield {"proposal": row["id"], "reason": row["refused_reason"]}


async def _explained(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(EvidenceCard.filter(by_id=person), *_CARD):
        yield {"proposal": row.pop("id"), **row}


HELD_BY_ARRANGING = (
    Holding("proposals_put_together", ("priority_merge.by_id",), _merged),
    Holding("support_moved", ("priority_merge_answer.person_id",), _answered),
    Holding("proposal_appeals", ("priority_refusal_appeal.person_id",), _appealed),
    Holding("proposal_appeals_decided", ("priority_refusal_appeal.decided_by_id",), _decided),
    Holding("proposals_refused", ("priority_proposal.refused_by_id",), _refused),
    Holding("proposals_explained", ("priority_evidence_card.by_id",), _explained),
)
