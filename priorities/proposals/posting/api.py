"""Proposing as JSON."""

from aiohttp import web

from foundation.api import Api, Call
from foundation.client_ids import new_client_id
from foundation.json_answers import json_response
from foundation.permissions import Permission
from moderation.passing.warned import Warned
from priorities.proposals.answers_service import own_proposal
from priorities.proposals.bodies import ProposalBody
from priorities.proposals.posting.service import propose
from priorities.proposals.shapes import HeldProposal, ProposalAnswer

api = Api()


@api.post("/rounds/{id}/proposals", permission=Permission.PROPOSAL_MAKE, body=ProposalBody, answer=ProposalAnswer,
          status=201, waits=HeldProposal, summary="Propose what the police should work on")  # fmt: skip
async def post_proposal(call: Call[ProposalBody, None]) -> ProposalAnswer | web.Response:
    """For who lives in the round’s neighbourhood, or serves it; 409 where it takes no proposals now."""
    body = call.body
    client_id = str(body.client_id) if body.client_id else new_client_id()
    outcome = await propose(call.request.app, call.viewer, call.path["id"], body.new(client_id))
    if outcome.status == "warned":
        raise Warned.of(outcome.reason or "", outcome.notice)
    if outcome.status == "held":
        return json_response(HeldProposal("held", str(outcome.id), outcome.reason or "", outcome.notice), 202)
    return await own_proposal(call.viewer, str(outcome.id))
