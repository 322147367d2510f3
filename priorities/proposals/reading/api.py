"""Proposals as JSON."""

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.proposals.answers_service import list_proposals, read_proposal
from priorities.proposals.shapes import ProposalAnswer, ProposalList, ProposalPage

api = Api()


@api.get("/rounds/{id}/proposals", permission=Permission.PRIORITY_READ, query=ProposalPage, answer=ProposalList,
         summary="The proposals of a round")  # fmt: skip
async def of_round(call: Call[None, ProposalPage]) -> ProposalList:
    """Those that are shown, and one’s own that wait; those with most support first, until the vote."""
    return await list_proposals(call.viewer, call.path["id"], call.query.cursor, call.query.limit)


@api.get("/proposals/{id}", permission=Permission.PRIORITY_READ, answer=ProposalAnswer, summary="One proposal")
async def one(call: Call[None, None]) -> ProposalAnswer:
    """What is not shown is read by its author and the staff alone."""
    return await read_proposal(call.request.app, call.viewer, call.path["id"])
