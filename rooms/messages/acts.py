"""What a decision does to a message: each inside the transaction in which moderation writes the decision down.

An act takes the message's row as it was read, and raises Conflict where it is another by now.
"""

from datetime import datetime
from functools import partial
from typing import Any, Final

from foundation.errors import Conflict
from foundation.language import _
from rooms import broadcast
from rooms.log import Row, append
from rooms.messages import store
from rooms.messages.evidence import keep_before
from rooms.models import MessageKind, MessageState
from rooms.writing import Change, Tell

JSON = dict[str, Any]
_NO_EDIT: Final[JSON] = {"pending_body": None, "pending_html": None}
_DOWN = (MessageState.HIDDEN, MessageState.REJECTED)


async def hide(message: JSON, reason: str) -> Change[int]:
    """Take published words down, and an edit that waits; an edit in between must not save them from it."""
    row = await append(message["room_id"], "message_hidden", message_id=message["id"])
    await _set(message, MessageState.PUBLISHED, state=MessageState.HIDDEN, **_NO_EDIT)
    # An edit that waited is gone with it: who reads it now must see it go.
    waited = message["pending_body"] is not None
    return Change(row.seq, rows=[row], tell=[_told(message, "rejected", reason=reason)] if waited else [])


async def refuse(message: JSON, reason: str) -> Change[None]:
    """Refuse words that wait, or the edit of published ones."""
    held = message["state"] == MessageState.HELD
    _check(held or message["pending_body"] is not None)
    await _set_as_read(message, **_NO_EDIT, **({"state": MessageState.REJECTED} if held else {}))
    return Change(None, tell=[_told(message, "rejected", reason=reason or None)])


async def hold(message: JSON, pending: JSON | None) -> Change[None]:
    """Let refused words wait again, or an edit with the words `pending`: columns of the message."""
    again: JSON = pending or {"state": MessageState.HELD}
    _check(message["state"] == (MessageState.PUBLISHED if pending else MessageState.REJECTED))
    await _set_as_read(message, **again)
    words = str(again.get("pending_body", message["body"]))
    return Change(None, tell=[_told_to_wait(message, words)])


async def restore(message: JSON) -> Change[int]:
    """Show hidden words again, and the answer to them; what never was in the log enters it now."""
    _check(message["state"] in _DOWN)
    if message["posted_seq"] is None:
        row = await _publish(message)
        return Change(row.seq, rows=[row])
    question = message["kind"] == MessageKind.QUESTION
    answer = await store.find_answer(message["id"], message["room_id"]) if question else None
    answer_id = answer["id"] if answer and answer["posted_seq"] else None
    row = await append(message["room_id"], "message_restored", message_id=message["id"], answer_id=answer_id)
    await _set(message, message["state"], state=MessageState.PUBLISHED, text_seq=row.seq)
    if answer_id is not None:
        await store.set_text_seq(answer_id, row.seq)
    return Change(row.seq, rows=[row])


async def approve(message: JSON) -> Change[int]:
    """Publish words, or an edit, that waited; they enter the log now."""
    held = message["state"] == MessageState.HELD
    _check(held or message["pending_body"] is not None)
    row = await (_publish(message) if held else _publish_edit(message))
    return Change(row.seq, rows=[row], tell=[_told(message, "published", seq=row.seq)])


async def put(message: JSON, words: JSON, at: datetime | None, pending: JSON | None) -> Change[int]:
    """Put other words (`body` and `html`) in the place of those that are published, or that wait.

    `at`: when staff did so; None: the author's own come back. `pending`: the columns of an edit that waits again.
    """
    held = message["state"] == MessageState.HELD
    _check(held or message["state"] == MessageState.PUBLISHED)
    changed = {**words, **(pending or _NO_EDIT), "staff_edited_at": at, "revision": message["revision"] + 1}
    if held:
        row = await _publish(message, **changed)
    else:
        row = await _append_edit(message, by_staff=at is not None)
        await _set_as_read(message, text_seq=row.seq, **_edited(message, at), **changed)
    if pending:
        return Change(row.seq, rows=[row], tell=[_told_to_wait(message, pending["pending_body"])])
    waited = held or message["pending_body"] is not None
    return Change(row.seq, rows=[row], tell=[_told(message, "published", seq=row.seq)] if waited else [])


def _told_to_wait(message: JSON, words: str) -> Tell:
    return lambda app: broadcast.message_held(app, message, words)


def _edited(message: JSON, at: datetime | None) -> JSON:
    """What the words are marked with: those of before staff changed them are as they were."""
    if at is None and message["edited_at"] != message["staff_edited_at"]:
        return {}
    return {"edited_at": at}


async def _publish(message: JSON, **changes: Any) -> Row:
    row = await append(message["room_id"], "message_posted", message_id=message["id"])
    shown = {"state": MessageState.PUBLISHED, "posted_seq": row.seq, "text_seq": row.seq}
    await _set_as_read(message, **shown, **changes)
    return row


async def _publish_edit(message: JSON) -> Row:
    row = await _append_edit(message, by_staff=False)
    words = {"body": message["pending_body"], "html": message["pending_html"]}
    await _set_as_read(message, text_seq=row.seq, edited_at=row.at, **words, **_NO_EDIT)
    return row


async def _append_edit(message: JSON, *, by_staff: bool) -> Row:
    data: JSON = {"by_staff": True} if by_staff else {}
    return await append(message["room_id"], "message_edited", message_id=message["id"], data=data)


async def _set(message: JSON, was: MessageState, **changes: Any) -> None:
    await keep_before(message, changes)
    _check(await store.set_message(message, was, **changes))


async def _set_as_read(message: JSON, **changes: Any) -> None:
    """Change a message that is to the letter as it was read: an edit in between must not be approved unseen."""
    await keep_before(message, changes)
    _check(await store.set_message_as_read(message, **changes))


def _check(as_read: bool) -> None:
    if not as_read:
        raise Conflict(_("Somebody else has just decided about this message. Look again."))


def _told(message: JSON, status: str, *, seq: int | None = None, reason: str | None = None) -> Tell:
    return partial(_held_decided, message=message, status=status, seq=seq, reason=reason)


async def _held_decided(app: Any, *, message: JSON, status: str, seq: int | None, reason: str | None) -> None:
    await broadcast.held_decided(app, message, status, seq=seq, reason=reason)
