"""Deciding about a proposal where it stands, over JSON."""

from typing import Annotated, Literal

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from moderation.decisions.why import Why
from priorities.proposals.moderating import decisions_service as service

api = Api()


class ProposalDecision(msgspec.Struct):
    """What is decided, and why: `reason` is read by its author, `clause` is the id of a rule or empty for the usual."""

    action: Literal["hide", "restore", "approve", "reject"]
    reason: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    clause: Annotated[str, msgspec.Meta(max_length=64)] = ""


@api.put("/proposals/{id}/decision", permission=Permission.PROPOSAL_ARRANGE, body=ProposalDecision,
         summary="Take a proposal down, put it back, or decide about what waits, where it stands")  # fmt: skip
async def decide(call: Call[ProposalDecision, None]) -> None:
    """For the staff who serve its neighbourhood. A decision as any other: its author may appeal."""
    said = call.body
    await service.VERBS[said.action](call.request.app, call.viewer, call.path["id"], Why(said.reason, said.clause))
