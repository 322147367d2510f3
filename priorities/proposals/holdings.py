"""What somebody proposed, changed and supported, as they take it away: their own words in every state."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Subquery

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.models import Proposal
from priorities.proposals.models import ProposalEdit, Support

JSON = dict[str, Any]
_COLUMNS = (
    "round_id", "state", "title", "what", "times", "affected", "speaks_for", "place_name", "place_latitude",
    "place_longitude", "area", "pending", "held_reason", "refused_reason", "created_at", "edited_at",
)  # fmt: skip


async def _proposals(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Proposal.filter(author_id=person), *_COLUMNS):
        yield {"round": row.pop("round_id"), **row}


async def _words_before(person: str) -> AsyncIterator[JSON]:
    """Their words as they were before an edit, their own or a moderator's."""
    theirs = Subquery(Proposal.filter(author_id=person).values("id"))
    async for row in by_key(ProposalEdit.filter(proposal_id__in=theirs), "proposal_id", "version", "words", "at"):
        yield {"proposal": row.pop("proposal_id"), **row}


async def _edits_made(person: str) -> AsyncIterator[JSON]:
    """Without words: those before an edit may be somebody else's."""
    async for row in by_key(ProposalEdit.filter(by_id=person), "proposal_id", "version", "at"):
        yield {"proposal": row.pop("proposal_id"), **row}


async def _supported(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Support.filter(person_id=person), "proposal_id", "moved_from_id", "at"):
        yield {"proposal": row.pop("proposal_id"), "moved_from": row.pop("moved_from_id"), **row}


HELD_BY_PROPOSALS = (
    Holding("proposals", ("priority_proposal.author_id",), _proposals),
    Holding("proposals_before", ("priority_proposal_edit.proposal_id",), _words_before),
    Holding("proposal_edits_made", ("priority_proposal_edit.by_id",), _edits_made),
    Holding("proposals_supported", ("priority_support.person_id",), _supported),
)
