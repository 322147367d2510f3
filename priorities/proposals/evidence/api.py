"""Evidence cards over JSON."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import Permission
from priorities.proposals.evidence import service
from priorities.proposals.evidence.drafts import FIELDS
from priorities.proposals.evidence.shapes import CardBody, Evidence

api = Api()


@api.get("/proposals/{id}/evidence", permission=Permission.PRIORITY_READ, answer=Evidence,
         summary="What the police know of a proposal, and what they can do")  # fmt: skip
async def read_evidence(call: Call[Any, None]) -> Evidence:
    """404 while they wrote nothing."""
    card = await service.read_card(call.viewer, call.path["id"])
    if card is None:
        raise NotFound(_("The police have not written anything about this proposal yet."))
    trend = card["trend"]["months"] if card["trend"] else None
    return msgspec.convert(card | {"categories": card["chosen"], "trend": trend}, Evidence)


@api.put("/proposals/{id}/evidence", permission=Permission.PROPOSAL_ARRANGE, body=CardBody,
         summary="Write what the police know of a proposal, and what they can do")  # fmt: skip
async def write_evidence(call: Call[CardBody, None]) -> None:
    """For officers who serve there, before the vote; 409 where somebody else wrote it meanwhile."""
    body = call.body
    words = {name: getattr(body, name) for name in FIELDS}
    await service.write_card(call.request.app, call.viewer, call.path["id"], words, body.categories, body.version)
