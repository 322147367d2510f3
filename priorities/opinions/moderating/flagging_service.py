"""Flagging a statement: a `moderation.flags.ports.Flaggable`."""

from aiohttp import web

from foundation.permissions import Viewer
from priorities.opinions.policy import access_statement


class FlaggableStatements:
    """Everybody reads what is shown, and may flag it."""

    async def access(self, viewer: Viewer, target_id: str) -> None:
        await access_statement(viewer, target_id)

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        """The moderators have it in their queue; nobody else is called."""
