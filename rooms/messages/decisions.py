"""Deciding about words: hide, restore, approve, reject. By the room's staff, also after the close.

Each decision is a row with its reason in the same transaction; of two that race, the second gets Conflict.
"""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.service import check_explanation, record_decision
from rooms import broadcast
from rooms.log import Row, append
from rooms.messages import store
from rooms.messages.evidence import keep_before
from rooms.models import MessageKind, MessageState
from rooms.policy import access_room_to_moderate
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]


async def hide_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str, reason: str) -> int:
    """Take a message down from every screen; gives the log's `seq`."""
    message = await _access_to_decide(viewer, room_id, message_id)
    reason = check_explanation(reason)

    async def work() -> Change[int]:
        row = await append(room_id, "message_hidden", message_id=message_id)
        await _set(message, MessageState.PUBLISHED, state=MessageState.HIDDEN, pending_body=None, pending_html=None)
        await _record(viewer, message, "hide", reason)
        # An edit that waited is gone with it: who reads it now must see it go.
        told: list[Tell] = [lambda app: broadcast.held_decided(app, message, "rejected", reason=reason)]
        return Change(row.seq, rows=[row], tell=told if message["pending_body"] is not None else [])

    return await write(app, room_id, work)


async def restore_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str, reason: str) -> int:
    """Show a hidden message again, and the answer to it; gives the log's `seq`."""
    message = await _access_others(viewer, room_id, message_id)
    reason = check_explanation(reason)

    async def work() -> Change[int]:
        answer = await store.find_answer(message_id, room_id) if message["kind"] == MessageKind.QUESTION else None
        answer_id = answer["id"] if answer and answer["posted_seq"] else None
        row = await append(room_id, "message_restored", message_id=message_id, answer_id=answer_id)
        await _set(message, MessageState.HIDDEN, state=MessageState.PUBLISHED, text_seq=row.seq)
        if answer_id is not None:
            await store.set_text_seq(answer_id, row.seq)
        await _record(viewer, message, "restore", reason)
        return Change(row.seq, rows=[row])

    return await write(app, room_id, work)


async def approve_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str, reason: str = "") -> int:
    """Publish words, or an edit, that waited; they enter the log now. Gives the log's `seq`."""
    message = await _access_waiting(viewer, room_id, message_id)
    reason = check_explanation(reason, needed=False)

    async def work() -> Change[int]:
        row = await (_publish(message) if message["state"] == MessageState.HELD else _publish_edit(message))
        await _record(viewer, message, "approve", reason)
        return Change(
            row.seq, rows=[row], tell=[lambda app: broadcast.held_decided(app, message, "published", seq=row.seq)]
        )

    return await write(app, room_id, work)


async def reject_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str, reason: str = "") -> None:
    """Refuse words, or an edit, that waited; the author is told why."""
    message = await _access_waiting(viewer, room_id, message_id)
    reason = check_explanation(reason, needed=False)

    async def work() -> Change[None]:
        gone: JSON = {"pending_body": None, "pending_html": None}
        if message["state"] == MessageState.HELD:
            gone["state"] = MessageState.REJECTED
        await _set_as_read(message, **gone)
        await _record(viewer, message, "reject", reason)
        return Change(None, tell=[lambda app: broadcast.held_decided(app, message, "rejected", reason=reason or None)])

    await write(app, room_id, work)


async def _publish(message: JSON) -> Row:
    row = await append(message["room_id"], "message_posted", message_id=message["id"])
    shown = {"state": MessageState.PUBLISHED, "posted_seq": row.seq, "text_seq": row.seq}
    await _set_as_read(message, **shown)
    return row


async def _publish_edit(message: JSON) -> Row:
    row = await append(message["room_id"], "message_edited", message_id=message["id"])
    words = {"body": message["pending_body"], "html": message["pending_html"]}
    none_left = {"pending_body": None, "pending_html": None}
    await _set_as_read(message, text_seq=row.seq, edited_at=row.at, **words, **none_left)
    return row


async def _set(message: JSON, was: MessageState, **changes: Any) -> None:
    """Change a message that is still what it `was`; an edit in between must not save it from being taken down."""
    await keep_before(message, changes)
    if not await store.set_message(message, was, **changes):
        raise _overtaken()


async def _set_as_read(message: JSON, **changes: Any) -> None:
    """Change a message that is to the letter as it was read: an edit in between must not be approved unseen."""
    await keep_before(message, changes)
    if not await store.set_message_as_read(message, **changes):
        raise _overtaken()


def _overtaken() -> Conflict:
    return Conflict(_("Somebody else has just decided about this message. Look again."))


async def _record(viewer: Viewer, message: JSON, action: str, reason: str) -> None:
    await record_decision(
        viewer=viewer,
        target_type="message",
        target_id=message["id"],
        author_id=message["author_id"],
        action=action,
        reason=reason,
    )


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
