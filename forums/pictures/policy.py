"""Who sees a picture that stands in something: who may read that."""

from typing import Any

from aiohttp import web

from forums.moderating.sealed import check_reply_unsealed, check_waiting_readable
from forums.places.models import ForumKind
from forums.policy import access_reply
from foundation.permissions import Viewer
from foundation.pictures.shown import no_picture

JSON = dict[str, Any]


async def check_readable(app: web.Application, viewer: Viewer, picture: JSON) -> None:
    """Raises NotFound for a picture (as the store's `PLACED` gives it) of what the viewer may not read.

    One that waits with a held edit is its author's and the staff's, and where a sealed case holds that, of those who
    are cleared for it.
    """
    if _is_public(picture):
        return
    standing, reply = await access_reply(viewer, picture["owner_id"])
    await check_reply_unsealed(app, standing, reply)
    if picture["position"] < 0:
        if not standing.is_staff:
            raise no_picture()
        await check_waiting_readable(app, standing, reply)


def _is_public(picture: JSON) -> bool:
    shown = picture["reply_state"] == picture["topic_state"] == "published"
    return bool(shown and picture["forum_kind"] != ForumKind.STAFF and picture["position"] >= 0)
