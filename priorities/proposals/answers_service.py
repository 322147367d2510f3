"""Proposals as JSON, for who may read them."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from priorities.pictures.service import PICTURES
from priorities.policy import access_round
from priorities.proposals.order import listed
from priorities.proposals.proposal_rows import find_proposal
from priorities.proposals.sealed import access_proposal_to_read
from priorities.proposals.shapes import ProposalAnswer, ProposalList, proposal_answer
from priorities.proposals.supporting.support import supported_among
from priorities.proposals.words import PROPOSAL, signed_by

JSON = dict[str, Any]


async def read_proposal(app: web.Application, viewer: Viewer, proposal_id: str) -> ProposalAnswer:
    """One that the viewer may read; raises NotFound."""
    _row, proposal = await access_proposal_to_read(app, viewer, proposal_id)
    [answer] = await _answers(viewer, [proposal])
    return answer


async def own_proposal(viewer: Viewer, proposal_id: str) -> ProposalAnswer:
    """What somebody has just written, as it is now."""
    proposal = await find_proposal(proposal_id)
    [answer] = await _answers(viewer, [proposal] if proposal else [])
    return answer


async def list_proposals(viewer: Viewer, round_id: str, cursor: str | None, limit: int) -> ProposalList:
    """Those of a round, as `listed`, after the one that `cursor` names.

    Raises NotFound, and Invalid for a cursor that names none of them.
    """
    ordered = await listed(viewer, await access_round(viewer, round_id))
    begin = _after(cursor, ordered) if cursor else 0
    page = ordered[begin : begin + limit]
    following = page[-1]["id"] if len(ordered) > begin + limit else None
    return ProposalList(await _answers(viewer, page), following)


def _after(cursor: str, ordered: Sequence[JSON]) -> int:
    places = {proposal["id"]: place for place, proposal in enumerate(ordered)}
    if cursor not in places:
        raise Invalid.at("cursor", _("This is not the cursor of a page. Begin again without one."))
    return places[cursor] + 1


async def _answers(viewer: Viewer, rows: Sequence[JSON]) -> list[ProposalAnswer]:
    people = await persons({name for row in rows if (name := signed_by(row))})
    pictures = await PICTURES.pictures_of([row["id"] for row in rows if row["pictures"]], PROPOSAL)
    supported = await supported_among(viewer.id, [row["id"] for row in rows])
    return [
        proposal_answer(
            row, people.get(signed_by(row) or ""), pictures.get(row["id"], ()), supported=row["id"] in supported
        )
        for row in rows
    ]
