"""Flagging a priority, and what was done about it: each a `moderation.flags.ports.Flaggable`."""

from aiohttp import web

from foundation.permissions import Viewer
from priorities.acting.models import Words
from priorities.acting.policy import access_action, access_priority, no_action, no_priority


class FlaggableActions:
    """Actions: everybody reads what is shown, and may flag it."""

    async def access(self, viewer: Viewer, target_id: str) -> None:
        _row, action = await access_action(viewer, target_id)
        if action["state"] != "published":
            raise no_action()

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        """The moderators have it in their queue; nobody else is called."""


class FlaggablePriorities:
    """Priorities: what they say, what is promised, and why the panel agreed on them. Everybody reads these."""

    async def access(self, viewer: Viewer, target_id: str) -> None:
        if (await access_priority(target_id))["state"] != Words.PUBLISHED:
            raise no_priority()

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        """The moderators have it in their queue; nobody else is called."""
