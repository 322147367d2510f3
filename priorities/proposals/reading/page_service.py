"""The page of one proposal."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.permissions import Viewer
from priorities.pictures.service import PICTURES
from priorities.policy import is_staff
from priorities.proposals.drawing import drawn
from priorities.proposals.offers import offers_of
from priorities.proposals.policy import PUBLIC, is_author
from priorities.proposals.proposal_rows import find_proposal
from priorities.proposals.reading.parts_service import parts_of
from priorities.proposals.sealed import access_proposal_to_read
from priorities.proposals.shown import shown_proposal
from priorities.proposals.supporting.support import supported_among
from priorities.proposals.words import PROPOSAL, signed_by
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


async def proposal_page(app: web.Application, viewer: Viewer, proposal_id: str) -> JSON:
    """The context of priorities/proposals/proposal.html. Raises NotFound."""
    row, proposal = await access_proposal_to_read(app, viewer, proposal_id)
    supported = await supported_among(viewer.id, [proposal_id])
    pictures = await PICTURES.pictures_of([proposal_id], PROPOSAL)
    people = await persons([each for each in (signed_by(proposal),) if each])
    somewhere = proposal["place_latitude"] is not None
    return {
        "head": await round_head(viewer, row),
        "proposal": shown_proposal(proposal) | {"mine": is_author(viewer, proposal)},
        "author": people.get(signed_by(proposal) or ""),
        "pictures": pictures.get(proposal_id, []),
        "drawing": await drawn(row["neighbourhood_id"], proposal) if somewhere else None,
        "may": offers_of(viewer, row, proposal, supported=bool(supported)),
        "is_staff": is_staff(viewer, row),
        "carried": await _carried_from(proposal),
        **await parts_of(app, viewer, row, proposal),
    }


async def _carried_from(proposal: JSON) -> JSON | None:
    """The proposal of an earlier round that it goes on from, where everybody reads that one."""
    before = await find_proposal(proposal["carried_from_id"]) if proposal["carried_from_id"] else None
    if before is None or before["state"] not in PUBLIC:
        return None
    return {"title": before["title"], "path": f"/proposals/{before['id']}"}
