"""Supporting a proposal, as JSON."""

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.proposals.supporting.service import support

api = Api()


@api.put("/proposals/{id}/support", permission=Permission.PROPOSAL_SUPPORT, summary="Support a proposal")
async def add(call: Call[None, None]) -> None:
    """For who lives in its neighbourhood, until the vote."""
    await support(call.request.app, call.viewer, call.path["id"])


@api.delete("/proposals/{id}/support", permission=Permission.PROPOSAL_SUPPORT, summary="Support a proposal no more")
async def remove(call: Call[None, None]) -> None:
    """Until the vote."""
    await support(call.request.app, call.viewer, call.path["id"], wanted=False)
