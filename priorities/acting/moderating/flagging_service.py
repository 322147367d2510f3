"""Flagging what was done about a priority: a `moderation.flags.ports.Flaggable`."""

from aiohttp import web

from foundation.permissions import Viewer
from priorities.acting.policy import access_action, no_action


class FlaggableActions:
    """Actions: everybody reads what is shown, and may flag it."""

    async def access(self, viewer: Viewer, target_id: str) -> None:
        action, _row = await access_action(viewer, target_id)
        if action["state"] != "published":
            raise no_action()

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        """The moderators have it in their queue; nobody else is called."""
