"""Flagging what others wrote in forums: each a `moderation.flags.ports.Flaggable`."""

from aiohttp import web

from forums.heat.service import settle_heat
from forums.models import PostState
from forums.policy import access_reply, access_topic, no_reply
from foundation.errors import NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer


class FlaggableTopics:
    """Topics: who may read one may flag it."""

    async def access(self, viewer: Viewer, target_id: str) -> None:
        standing = await access_topic(viewer, target_id if is_own_id(target_id) else "")
        if standing.topic["state"] != PostState.PUBLISHED:
            raise NotFound(_("There is no such topic, or it was taken down."))

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        """The moderators have it in their queue; where many flag, its topic slows down."""
        await settle_heat(app, str(place_id))


class FlaggableReplies:
    """Replies, and by number 1 their topic."""

    async def access(self, viewer: Viewer, target_id: str) -> None:
        standing, reply = await access_reply(viewer, target_id if is_own_id(target_id) else "")
        if reply["state"] != PostState.PUBLISHED or standing.topic["state"] != PostState.PUBLISHED:
            raise no_reply()

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        """The moderators have it in their queue; where many flag, its topic slows down."""
        await settle_heat(app, str(place_id))
