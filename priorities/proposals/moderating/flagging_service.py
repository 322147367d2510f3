"""Flagging a proposal: a `moderation.flags.ports.Flaggable`."""

from aiohttp import web

from foundation.permissions import Viewer
from priorities.proposals.policy import PUBLIC, access_proposal, no_proposal


class FlaggableProposals:
    """Who may read one may flag it."""

    async def access(self, viewer: Viewer, target_id: str) -> None:
        _row, proposal = await access_proposal(viewer, target_id)
        if proposal["state"] not in PUBLIC:
            raise no_proposal()

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        """The moderators have it in their queue: nothing else follows of itself."""
