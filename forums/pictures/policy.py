"""Who sees a picture: who may read what it stands in, and until it stands in something who sent it."""

from typing import Any

from aiohttp import web

from forums.moderating.sealed import check_reply_unsealed, check_waiting_readable
from forums.places.models import ForumKind
from forums.policy import access_reply
from forums.standing import Standing
from foundation.errors import NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.queries import Query

JSON = dict[str, Any]
# A page asks for each of its pictures: for those of what everybody may read, this is all there is to find out.
_PLACED = Query(
    """
    SELECT picture.id, picture.person_id, picture.reply_id, picture.position, reply.state AS reply_state,
           topic.state AS topic_state, forum.kind AS forum_kind
    FROM forum_picture picture
    LEFT JOIN forum_reply reply ON reply.id = picture.reply_id
    LEFT JOIN forum_topic topic ON topic.id = reply.topic_id
    LEFT JOIN forum ON forum.id = topic.forum_id
    WHERE picture.id = ? AND picture.removed_at IS NULL
    """
)


async def access_picture(app: web.Application, viewer: Viewer, picture_id: str) -> None:
    """Raises NotFound for a picture that there is not, was removed, or stands in what the viewer may not read.

    One that waits with a held edit is its author's and the staff's, and where a sealed case holds that, of those who
    are cleared for it.
    """
    found = await _PLACED.rows(picture_id) if is_id(picture_id) else []
    if not found:
        raise no_picture()
    [picture] = found
    if viewer.signed_in and picture["person_id"] == viewer.id:
        return
    if picture["reply_id"] is None:
        raise no_picture()
    if not _is_public(picture):
        standing, reply = await access_reply(viewer, picture["reply_id"])
        await check_reply_unsealed(app, standing, reply)
        if picture["position"] < 0:
            await _check_waiting(app, standing, reply)


async def _check_waiting(app: web.Application, standing: Standing, reply: JSON) -> None:
    if not standing.is_staff:
        raise no_picture()
    await check_waiting_readable(app, standing, reply)


def no_picture() -> NotFound:
    return NotFound(_("There is no such picture."))


def _is_public(picture: JSON) -> bool:
    shown = picture["reply_state"] == picture["topic_state"] == "published"
    return bool(shown and picture["forum_kind"] != ForumKind.STAFF and picture["position"] >= 0)
