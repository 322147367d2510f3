"""Who appeals against a refusal, and who decides about that."""

from typing import Any

from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from priorities.models import Phase, ProposalState
from priorities.proposals.arranging_policy import Arranged, access_arranged
from priorities.proposals.refusing.appeal_rows import appeals_of

JSON = dict[str, Any]
_OVER = frozenset({Phase.DONE, Phase.CANCELLED})


async def access_refused(viewer: Viewer, proposal_id: str) -> tuple[Arranged, JSON | None]:
    """A proposal that was refused, or was until an appeal, and its appeal. Raises NotFound."""
    found = await access_arranged(viewer, proposal_id)
    appeal = (await appeals_of([found.id])).get(found.id)
    if not was_refused(found, appeal):
        raise NotFound(_("This proposal was not refused."))
    return found, appeal


def was_refused(found: Arranged, appeal: JSON | None) -> bool:
    """Whether it was, also where an appeal has let it in since."""
    return found.proposal["state"] == ProposalState.REFUSED or appeal is not None


def check_may_appeal(found: Arranged, appeal: JSON | None) -> None:
    """Its author may, once, while the round goes on. Raises NotAllowed, Conflict."""
    if not found.is_author:
        raise NotAllowed(_("Only who made a proposal can appeal."))
    if appeal is not None:
        raise Conflict(_("You have appealed already. There is one appeal."))
    if found.proposal["state"] != ProposalState.REFUSED or found.round["phase"] in _OVER:
        raise Conflict(_("There is nothing to appeal against any more."))


def may_appeal(found: Arranged, appeal: JSON | None) -> bool:
    try:
        check_may_appeal(found, appeal)
    except (NotAllowed, Conflict):
        return False
    return True


def check_may_decide(found: Arranged, appeal: JSON | None) -> None:
    """Somebody of the staff who did not refuse it, and did not make it. Raises NotAllowed, NotFound, Conflict."""
    if not found.is_staff:
        raise NotAllowed(_("Only staff who serve here can do this."))
    if appeal is None:
        raise NotFound(_("Nobody has appealed against this."))
    if found.viewer.id in (found.proposal["refused_by_id"], appeal["person_id"]):
        raise NotAllowed(_("Somebody else decides about this: you refused it, or made it yourself."))
    if appeal["decided_at"] is not None or found.proposal["state"] != ProposalState.REFUSED:
        raise Conflict(_("Somebody has decided about this appeal already."))


def may_decide(found: Arranged, appeal: JSON | None) -> bool:
    try:
        check_may_decide(found, appeal)
    except (NotAllowed, NotFound, Conflict):
        return False
    return True
