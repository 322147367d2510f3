"""Supporting a proposal, and thinking better of it."""

from functools import partial

from aiohttp import web

from foundation.keys import LIMITS
from foundation.permissions import Viewer
from priorities.models import ProposalState
from priorities.proposals.policy import access_proposal, check_may_support, no_proposal
from priorities.proposals.showing import check_as_read, locked
from priorities.proposals.supporting.support import add_support, remove_support
from priorities.writing import Change, write


async def support(app: web.Application, viewer: Viewer, proposal_id: str, *, wanted: bool = True) -> str:
    """Support a proposal, or (not `wanted`) no more; asked for again, nothing changes. Gives the id of its round.

    Raises NotFound, NotSignedIn, NotAllowed, Conflict where the round is past that or the proposal is not up for it,
    TooFast.
    """
    row, proposal = await access_proposal(viewer, proposal_id)
    check_may_support(viewer, row)
    check_as_read(proposal["state"] == ProposalState.PUBLISHED)
    await app[LIMITS].check("support", str(viewer.id))
    await write(app, partial(_support, viewer, proposal_id, wanted))
    return str(row["id"])


async def _support(viewer: Viewer, proposal_id: str, wanted: bool) -> Change[None]:
    row, proposal = await locked(proposal_id)
    check_may_support(viewer, row)
    if proposal["state"] != ProposalState.PUBLISHED:
        raise no_proposal()
    # How many support it is nothing that open pages wait for: they would all ask again at every tap, and say that
    # something is new.
    await (add_support if wanted else remove_support)(proposal_id, str(viewer.id))
    return Change(None)
