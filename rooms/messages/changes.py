"""Changing one's own words: edit them, take them back."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import check_text, rendered
from moderation.passing.screened import Screened
from rooms import broadcast
from rooms.log import append
from rooms.message_rows import is_public, messages_by_id
from rooms.messages import store
from rooms.messages.evidence import keep_before
from rooms.messages.outcomes import Outcome, outcome_of_change, warned
from rooms.messages.pace import check_pace
from rooms.messages.reviewing import left_to_review, mended, review_ended
from rooms.messages.screening import screened_in
from rooms.models import MessageState
from rooms.policy import access_room_to_enter, access_room_to_post
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]

CHANGEABLE_FOR = timedelta(minutes=10)
"""How long one's own words can be edited or taken back (the contract)."""


async def edit_message(
    app: web.Application, viewer: Viewer, room_id: str, message_id: str, body: str, *, confirm: bool = False
) -> Outcome:
    """Change one's own words within ten minutes; they are screened again, and the outcome is as of `post_message`."""
    standing = await access_room_to_post(viewer, room_id, asking=True)
    message = await access_own_to_edit(viewer, room_id, message_id)
    body = check_text(body)
    # An edit reaches everybody as a message does. In slow mode the first one, to mend a slip, may come at once.
    await check_pace(app, standing, store.last_edited_at)
    screened = await screened_in(app, standing, body, confirm=confirm, before=message["body"])
    verdict = screened.verdict
    if screened.is_warned_of:
        return warned(verdict)
    html = await rendered(body)
    changes = {
        "body": body,
        "html": html,
        "emergency": verdict.emergency,
        "held_reason": verdict.reason if verdict.held else "",
        "revision": message["revision"] + 1,
    }
    return await write(app, room_id, lambda: _change(app, message, changes, screened))


async def withdraw_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str) -> int | None:
    """Take back one's own words within ten minutes, waiting ones too, also after the close; gives the log's `seq`."""
    await access_room_to_enter(viewer, room_id)
    message = await access_own(viewer, room_id, message_id)
    return await write(app, room_id, lambda: _withdraw(message))


async def access_own(viewer: Viewer, room_id: str, message_id: str) -> JSON:
    """One's own message, while it can be changed; raises NotFound or NotAllowed."""
    message = await store.find_message(room_id, message_id) if is_id(message_id) else None
    if message is None:
        raise NotFound(_("There is no such message in this room."))
    if message["author_id"] != viewer.id:
        hidden = message["state"] == MessageState.HELD
        raise NotFound(_("There is no such message in this room.")) if hidden else NotAllowed(_("This is not yours."))
    if clock.now() - message["created_at"] > CHANGEABLE_FOR:
        raise NotAllowed(_("This can only be changed within ten minutes. You can flag it to the moderators instead."))
    return message


async def access_own_to_edit(viewer: Viewer, room_id: str, message_id: str) -> JSON:
    """One's own message, while its words can be changed; raises Conflict for one that was taken down."""
    message = await access_own(viewer, room_id, message_id)
    if message["state"] != MessageState.HELD and not is_public(message, await messages_by_id([message_id])):
        raise Conflict(_("This message was taken down, so it can’t be changed."))
    if message["staff_edited_at"] is not None:
        raise Conflict(_("A moderator changed this message. You can take it back, but not change it."))
    return message


async def _change(app: web.Application, message: JSON, changes: JSON, screened: Screened) -> Change[Outcome]:
    """Where a published message's new words are held, the old ones stand until somebody decided."""
    room_id, state = message["room_id"], message["state"]
    if changes["held_reason"]:
        waiting = changes if state == MessageState.HELD else _as_pending(changes)
        await _set_or_conflict(message, **waiting)
        changed = message | waiting
        held: Tell = partial(broadcast.message_held, message=changed, body=changes["body"])
        waits = await left_to_review(app, message["id"], screened)
        return Change(outcome_of_change(changed, None), tell=[held, *waits])
    kind = "message_posted" if state == MessageState.HELD else "message_edited"
    row = await append(room_id, kind, message_id=message["id"], words=True, early=True)
    shown = changes | {"text_seq": row.seq, "state": MessageState.PUBLISHED, "pending_body": None, "pending_html": None}
    shown |= {"posted_seq": row.seq} if state == MessageState.HELD else {"edited_at": row.at}
    await _set_or_conflict(message, **shown)
    told: list[Tell] = [lambda app: broadcast.held_decided(app, message, "published", seq=row.seq)]
    waited = state == MessageState.HELD or message["pending_body"] is not None
    tell = [*(told if waited else []), *await _seen_to(app, message["id"], changes["revision"], screened)]
    return Change(outcome_of_change(message | shown, row.seq), rows=[row], tell=tell)


async def _seen_to(app: web.Application, message_id: str, revision: int, screened: Screened) -> Sequence[Tell]:
    """What the moderators have to do with words that are published in the place of others."""
    found = await left_to_review(app, message_id, screened)
    return found if screened.wants_item else [*found, *await mended(message_id, revision)]


def _as_pending(changes: JSON) -> JSON:
    pending = {"pending_body": changes["body"], "pending_html": changes["html"]}
    return pending | {name: changes[name] for name in ("emergency", "held_reason", "revision")}


async def _withdraw(message: JSON) -> Change[int | None]:
    state = message["state"]
    if state in {MessageState.WITHDRAWN, MessageState.REJECTED}:
        raise Conflict(_("This message was taken down already."))
    # The room's row first, as in every act: two processes that lock in two orders wait for each other.
    in_log = message["posted_seq"] is not None
    rows = [await append(message["room_id"], "message_withdrawn", message_id=message["id"])] if in_log else []
    gone = {"state": MessageState.WITHDRAWN, "pending_body": None, "pending_html": None}
    await _set_or_conflict(message, **gone)
    taken_back = _("Taken back by its author.")
    told: list[Tell] = [lambda app: broadcast.held_decided(app, message, "rejected", reason=taken_back)]
    waited = state == MessageState.HELD or message["pending_body"] is not None
    tell = [*(told if waited else []), *await review_ended([message["id"]])]
    return Change(rows[0].seq if rows else None, rows=rows, tell=tell)


async def _set_or_conflict(message: JSON, **changes: Any) -> None:
    await keep_before(message, changes)
    if not await store.set_message(message, message["state"], **changes):
        raise Conflict(_("Somebody else has just decided about this message. Look again."))
