"""Who reads a proposal around which something is arranged, and who arranges it."""

from dataclasses import dataclass
from typing import Any

from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from priorities.models import ProposalState
from priorities.phases import check_phase
from priorities.policy import is_staff, keeps, not_its_staff
from priorities.proposals.policy import CHANGEABLE, PUBLIC, access_proposal, is_author, no_proposal
from priorities.proposals.proposal_rows import proposals_by
from priorities.round_rows import lock_round

JSON = dict[str, Any]


@dataclass(frozen=True)
class Arranged:
    """A proposal that somebody may read: the row of its round, and its own."""

    viewer: Viewer
    round: JSON
    proposal: JSON

    @property
    def id(self) -> str:
        return str(self.proposal["id"])

    @property
    def round_id(self) -> str:
        return str(self.round["id"])

    @property
    def keeps(self) -> bool:
        """Whether the viewer decides about it: its officers, and administrators."""
        return keeps(self.viewer, self.round)

    @property
    def is_staff(self) -> bool:
        return is_staff(self.viewer, self.round)

    @property
    def is_author(self) -> bool:
        return is_author(self.viewer, self.proposal)

    @property
    def is_open(self) -> bool:
        """Whether proposals of its round may still be put together, refused and explained."""
        return self.round["phase"] in CHANGEABLE

    @property
    def stands(self) -> bool:
        """Whether it is one of those that can be supported."""
        return bool(self.proposal["state"] == ProposalState.PUBLISHED)


async def access_arranged(viewer: Viewer, proposal_id: str) -> Arranged:
    """A proposal that everybody reads, or one’s own. Raises what `access_proposal` does.

    What is not shown its staff read on its own page alone: that one asks whether a sealed case keeps it from them.
    """
    row, proposal = await access_proposal(viewer, proposal_id)
    if proposal["state"] not in PUBLIC and not is_author(viewer, proposal):
        raise no_proposal()
    return Arranged(viewer, row, proposal)


async def access_to_arrange(viewer: Viewer, proposal_id: str) -> Arranged:
    """A proposal for who keeps its round, before the vote. Raises NotFound, NotAllowed, Conflict (another phase)."""
    found = await access_arranged(viewer, proposal_id)
    if not found.keeps:
        raise not_its_staff()
    check_phase(found.round, *CHANGEABLE)
    return found


async def lock_arranged(round_id: str, *ids: str) -> dict[str, JSON]:
    """These proposals of a round that has not come to its vote, for this transaction alone. Raises Conflict.

    The round’s row is locked, as by whoever writes to a proposal.
    """
    row = await lock_round(round_id)
    if row is None:
        raise no_proposal()
    check_phase(row, *CHANGEABLE)
    return {each["id"]: each for each in await proposals_by(ids)}


def check_open(proposal: JSON) -> None:
    """Raises Conflict for a proposal that is not one of those that can be supported."""
    if proposal["state"] != ProposalState.PUBLISHED:
        raise Conflict(_("This proposal has changed meanwhile: it is not open any more. Look at it again."))
