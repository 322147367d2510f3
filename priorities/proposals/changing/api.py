"""Changing and taking back one's own proposal as JSON."""

from aiohttp import web

from foundation.api import Api, Call
from foundation.json_answers import json_response
from foundation.permissions import Permission
from moderation.passing.warned import Warned
from priorities.proposals.answers_service import own_proposal
from priorities.proposals.bodies import ChangedProposal
from priorities.proposals.changing import service
from priorities.proposals.changing.edits import Edit
from priorities.proposals.shapes import HeldProposal, ProposalAnswer

api = Api()


@api.patch("/proposals/{id}", permission=Permission.PROPOSAL_MAKE, body=ChangedProposal, answer=ProposalAnswer,
           waits=HeldProposal, summary="Change your own proposal, until the vote")  # fmt: skip
async def change_proposal(call: Call[ChangedProposal, None]) -> ProposalAnswer | web.Response:
    """While a change waits for a moderator, the earlier words are shown."""
    body, proposal_id = call.body, call.path["id"]
    edit = Edit(body.new(""), body.version, pictures=body.pictures is not None)
    outcome = await service.edit_proposal(call.request.app, call.viewer, proposal_id, edit)
    if outcome.status == "warned":
        raise Warned.of(outcome.reason or "", outcome.notice)
    if outcome.status == "held":
        return json_response(HeldProposal("held", proposal_id, outcome.reason or "", outcome.notice), 202)
    return await own_proposal(call.viewer, proposal_id)


@api.delete("/proposals/{id}", permission=Permission.PROPOSAL_MAKE, summary="Take your own proposal back")
async def withdraw_proposal(call: Call[None, None]) -> None:
    """Until the vote: what is voted on stands."""
    await service.withdraw_proposal(call.request.app, call.viewer, call.path["id"])
