"""Deciding about words in a room: hide, restore, approve, reject. By the room's staff, also after the close.

Each is a decision as any other, written down in the same transaction: its author is told and may appeal. Of two that
race, the second gets Conflict.
"""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Content
from moderation.decisions.in_place import recorded_in_place
from moderation.decisions.ruling import Action
from moderation.decisions.why import Why, explained
from moderation.sealed.reading import check_readable
from rooms.messages import store
from rooms.messages.moderated import Messages, fetch
from rooms.models import MessageState
from rooms.policy import access_room_to_moderate

JSON = dict[str, Any]
_MESSAGES = Messages()


async def hide_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str, why: Why) -> int:
    """Take a message down from every screen; gives the log's `seq`."""
    message = await _access_to_decide(viewer, room_id, message_id)
    content = await _content(message)
    why = await explained(app, content.force_id, why)
    also = await recorded_in_place(_MESSAGES, viewer, content, Action.HIDE, why)
    return _seq(await _MESSAGES.hide(app, content, why.reason, also))


async def restore_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str, why: Why) -> int:
    """Show a hidden message again, and the answer to it; gives the log's `seq`."""
    message = await _access_others(viewer, room_id, message_id)
    if message["state"] != MessageState.HIDDEN:
        raise Conflict(_("This message is not taken down: somebody has decided about it, or its author took it back."))
    content = await _readable(app, viewer, message)
    why = await explained(app, content.force_id, why)
    also = await recorded_in_place(_MESSAGES, viewer, content, Action.RESTORE, why)
    return _seq(await _MESSAGES.restore(app, content, also))


async def approve_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str, why: Why) -> int:
    """Publish words, or an edit, that waited; they enter the log now. Gives the log's `seq`."""
    content = await _readable(app, viewer, await _access_waiting(viewer, room_id, message_id))
    why = await explained(app, content.force_id, why, needed=False)
    also = await recorded_in_place(_MESSAGES, viewer, content, Action.APPROVE, why)
    return _seq(await _MESSAGES.approve(app, content, also))


async def reject_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str, why: Why) -> None:
    """Refuse words, or an edit, that waited; the author is told why."""
    content = await _readable(app, viewer, await _access_waiting(viewer, room_id, message_id))
    why = await explained(app, content.force_id, why, needed=False)
    also = await recorded_in_place(_MESSAGES, viewer, content, Action.REJECT, why)
    await _MESSAGES.refuse(app, content, why.reason, also)


async def _readable(app: web.Application, viewer: Viewer, message: JSON) -> Content:
    """What is about to be decided, for who may read it: raises NotFound for what a sealed case holds."""
    content = await _content(message)
    await check_readable(app, viewer, content)
    return content


async def _content(message: JSON) -> Content:
    return (await fetch([message["id"]]))[message["id"]]


def _seq(seq: int | None) -> int:
    if seq is None:
        raise AssertionError("what enters the log has a place in it")
    return seq


async def _access_to_decide(viewer: Viewer, room_id: str, message_id: str) -> JSON:
    await access_room_to_moderate(viewer, room_id)
    message = await store.find_message(room_id, message_id) if is_id(message_id) else None
    if message is None:
        raise NotFound(_("There is no such message in this room."))
    return message


async def _access_others(viewer: Viewer, room_id: str, message_id: str) -> JSON:
    """Taking one's own words down is always safe; bringing them back is for somebody else to decide."""
    message = await _access_to_decide(viewer, room_id, message_id)
    if message["author_id"] == viewer.id:
        raise NotAllowed(_("These are your own words: somebody else must decide about them."))
    return message


async def _access_waiting(viewer: Viewer, room_id: str, message_id: str) -> JSON:
    message = await _access_others(viewer, room_id, message_id)
    if message["state"] != MessageState.HELD and message["pending_body"] is None:
        raise Conflict(_("This message is not waiting: somebody has decided about it, or its author took it back."))
    return message
