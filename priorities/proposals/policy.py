"""Who reads, makes, supports and changes proposals. One is fetched through these, so that no check is forgotten."""

from typing import Any

from foundation.errors import Conflict, NotAllowed, NotFound, NotSignedIn
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Role, Viewer
from moderation.held_by_case import held_by_case
from priorities.kept_out import check_not_kept_out
from priorities.models import Phase, ProposalState
from priorities.phases import check_phase
from priorities.policy import access_round, is_staff, lives_here
from priorities.proposals.proposal_rows import find_proposal
from priorities.proposals.words import PROPOSAL

JSON = dict[str, Any]
PUBLIC = frozenset({ProposalState.PUBLISHED, ProposalState.MERGED, ProposalState.REFUSED})
"""What everybody reads: of one that was put together with another or refused, what became of it too."""
_UNSHOWN = frozenset({ProposalState.HELD, ProposalState.HIDDEN, ProposalState.REJECTED})
"""What its author and the staff still read; what its author took back, nobody does."""
CHANGEABLE = (Phase.GATHER, Phase.SHAPE)
"""Phases in which words and support may still change: what is voted on stands fixed."""


async def access_proposal(viewer: Viewer, proposal_id: str) -> tuple[JSON, JSON]:
    """The round and the row of a proposal that the viewer may read. Raises NotFound.

    What is not shown is its author's and its staff's, unless a sealed case holds it.
    """
    proposal = await find_proposal(proposal_id) if is_own_id(proposal_id) else None
    if proposal is None:
        raise no_proposal()
    row = await access_round(viewer, proposal["round_id"])
    if proposal["state"] in PUBLIC or (is_author(viewer, proposal) and proposal["state"] in _UNSHOWN):
        return row, proposal
    if proposal["state"] in _UNSHOWN and is_staff(viewer, row) and not await held_by_case(PROPOSAL, proposal["id"]):
        return row, proposal
    raise no_proposal()


async def access_own(viewer: Viewer, proposal_id: str) -> tuple[JSON, JSON]:
    """One's own proposal, while its words may change: raises NotFound, NotAllowed, Conflict."""
    row, proposal = await access_proposal(viewer, proposal_id)
    if not is_author(viewer, proposal):
        raise NotAllowed(_("This is not yours."))
    check_stands(proposal)
    check_phase(row, *CHANGEABLE)
    return row, proposal


def check_stands(proposal: JSON) -> None:
    """Raises Conflict for what is off the screen, or decided about, already."""
    if proposal["state"] not in (ProposalState.PUBLISHED, ProposalState.HELD):
        raise Conflict(_("Somebody has decided about this proposal already. It can’t be changed any more."))


async def check_may_propose(viewer: Viewer, row: JSON) -> None:
    """Raises NotSignedIn, NotAllowed, KeptOut, and Conflict where the round takes no proposals now."""
    check_takes_part(viewer, row)
    await check_not_kept_out(viewer, row)
    check_phase(row, Phase.GATHER)


def check_takes_part(viewer: Viewer, row: JSON) -> None:
    """Who lives in the neighbourhood, and who serves it. Raises NotSignedIn, NotAllowed."""
    if not viewer.signed_in:
        raise NotSignedIn(_("Sign in to take part."))
    if not (lives_here(viewer, row) or answers_here(viewer, row)):
        raise _elsewhere(viewer)


def check_may_support(viewer: Viewer, row: JSON) -> None:
    """Who lives in the neighbourhood. Raises NotSignedIn, NotAllowed, and Conflict where the round is past that."""
    if not viewer.signed_in:
        raise NotSignedIn(_("Sign in to take part."))
    if not lives_here(viewer, row):
        raise _elsewhere(viewer)
    check_phase(row, *CHANGEABLE)


def answers_here(viewer: Viewer, row: JSON) -> bool:
    """Whether they serve its neighbourhood, or are a partner’s guest host there."""
    return is_staff(viewer, row) or viewer.is_guest_in(row["force_id"], row["neighbourhood_id"])


def is_author(viewer: Viewer, proposal: JSON) -> bool:
    return viewer.id is not None and proposal["author_id"] == viewer.id


def no_proposal() -> NotFound:
    return NotFound(_("There is no such proposal, or it was taken down."))


def _elsewhere(viewer: Viewer) -> NotAllowed:
    if viewer.role is Role.GUEST:
        return NotAllowed(_("To take part, create an account with your postcode: it takes a minute."))
    if viewer.is_staff:
        return NotAllowed(_("Only people who live in this neighbourhood, and those who serve it, can do this."))
    return NotAllowed(_("Only people who live in this neighbourhood can do this. Your account is of another one."))
