"""One's own words, for changing them or taking them back."""

from typing import Any

from forums.models import PostState
from forums.policy import access_reply, check_not_kept_out, no_reply
from forums.standing import Standing
from foundation.errors import Closed, Conflict, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer

JSON = dict[str, Any]
_DOWN = frozenset({PostState.HIDDEN, PostState.REJECTED, PostState.WITHDRAWN})


async def access_own(viewer: Viewer, reply_id: str) -> tuple[Standing, JSON]:
    """One's own reply, or one's topic by its number 1; raises NotFound, NotAllowed, Conflict (taken down)."""
    standing, reply = await access_reply(viewer, reply_id, gone=True)
    if viewer.id is None or reply["author_id"] != viewer.id:
        raise NotAllowed(_("This is not yours.")) if reply["state"] == PostState.PUBLISHED else no_reply()
    check_stands(reply)
    return standing, reply


def check_stands(reply: JSON) -> None:
    """Raises Conflict for what is off the screen already."""
    if reply["state"] in _DOWN:
        raise Conflict(_("This was taken down already."))


async def access_own_to_edit(viewer: Viewer, reply_id: str) -> tuple[Standing, JSON]:
    """The same, where its words may be others; raises also Closed, KeptOut, and Conflict where staff changed it."""
    standing, reply = await access_own(viewer, reply_id)
    check_not_kept_out(standing)
    if reply["staff_edited_at"] is not None:
        raise Conflict(_("A moderator changed this. You can take it back, but not change it."))
    if standing.topic["archived_at"]:
        raise Closed(_("This topic is archived. You can read it, but nothing is added to it."))
    if standing.topic["locked_at"] and not standing.is_staff:
        raise Closed(_("This topic is locked. You can go on reading."))
    return standing, reply
