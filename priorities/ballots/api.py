"""Voting over JSON."""

from foundation.addresses import client_address
from foundation.api import Api, Call
from foundation.keys import SETTINGS, UNTOLD
from foundation.permissions import Permission
from priorities.ballots import service
from priorities.ballots.shapes import Cast, CastBallot

api = Api()


@api.put("/rounds/{id}/ballot", permission=Permission.BALLOT_CAST, body=CastBallot, answer=Cast,
         summary="Cast your ballot, or another in its place")  # fmt: skip
async def cast_ballot(call: Call[CastBallot, None]) -> Cast:
    """The last one before the close counts. 409 names the time of the vote and the server’s own."""
    request, asked = call.request, call.body
    address = client_address(request, request.app[SETTINGS])
    receipt = await service.vote(
        request.app, call.viewer, call.path["id"], asked.choices, asked.code or "", address, asked.client_id or ""
    )
    request[UNTOLD] = True
    return Cast(receipt)
