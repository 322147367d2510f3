"""What a sealed case holds is read here by nobody but its author: who is cleared for it reads it in the queue."""

from typing import Any

from aiohttp import web

from foundation.permissions import Viewer
from moderation.sealed.reading import sealed_among, words_of
from priorities.proposals.moderating.content import content_of
from priorities.proposals.policy import PUBLIC, access_proposal, is_author, no_proposal
from priorities.proposals.words import PROPOSAL

JSON = dict[str, Any]


async def access_proposal_to_read(app: web.Application, viewer: Viewer, proposal_id: str) -> tuple[JSON, JSON]:
    """The round and the proposal, where its words are handed out: by every door, the page's as the clients'.

    Raises what `access_proposal` does, which asks by the case that held it, and NotFound by the terms of today as well.
    """
    row, proposal = await access_proposal(viewer, proposal_id)
    if not await readable(app, viewer, proposal):
        raise no_proposal()
    return row, proposal


async def readable(app: web.Application, viewer: Viewer, proposal: JSON) -> bool:
    """Whether no case keeps this viewer from the words of a proposal that `access_proposal` would give them."""
    if proposal["state"] in PUBLIC or is_author(viewer, proposal):
        return True
    words = [words_of(content_of(proposal, ()))]
    return not await sealed_among(app, proposal["force_id"], PROPOSAL, words)
