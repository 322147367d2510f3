"""Saying something in a room.

The way of a message: its socket or form calls `post_message`; policy, screening, one transaction, then the telling.
"""

from functools import partial
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation.errors import NotFound
from foundation.ids import is_id, new_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import check_text, rendered
from moderation.passing.screened import Screened
from moderation.screening import Verdict
from rooms import broadcast
from rooms.booth.service import resident_spoke
from rooms.log import append
from rooms.message_rows import is_public, messages_by_id
from rooms.messages import store
from rooms.messages.drafts import Draft
from rooms.messages.outcomes import Outcome, outcome_of, warned
from rooms.messages.pace import check_pace
from rooms.messages.reviewing import left_to_review
from rooms.messages.screening import screened_in
from rooms.models import MessageKind, MessageState
from rooms.policy import access_room_to_post
from rooms.standing import Standing
from rooms.surgeries.store import set_host_seen
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]


async def post_message(
    app: web.Application, viewer: Viewer, room_id: str, draft: Draft, *, ahead: bool = False
) -> Outcome:
    """Say something: published, held for a moderator, or warned of (nothing stored).

    `ahead`: see `access_room_to_post`. The same author, room and `client_id` again gives the same outcome. Raises what
    `access_room_to_post` does, Invalid, NotFound (what it replies to), TooFast.
    """
    standing = await _access_to_say(viewer, room_id, draft, ahead=ahead)
    if isinstance(standing, Outcome):
        return standing
    body = check_text(draft.body)
    await _check_reply(room_id, draft.reply_to)
    await check_pace(app, standing, store.last_said_at)
    screened = await screened_in(app, standing, body, confirm=draft.confirm)
    if screened.is_warned_of:
        return warned(screened.verdict)
    return await _said_once(app, standing, await _columns(standing, draft, body, screened.verdict), screened)


async def access_shown(room_id: str, message_id: str) -> JSON:
    """A message that anybody may read; raises NotFound."""
    # With its question: an answer is down as long as what it answers.
    found = await messages_by_id([message_id]) if is_id(message_id) else {}
    message = found.get(message_id)
    if message is None or message["room_id"] != room_id or not is_public(message, found):
        raise NotFound(_("There is no such message in this room, or it was taken down."))
    return message


async def _access_to_say(viewer: Viewer, room_id: str, draft: Draft, *, ahead: bool) -> Standing | Outcome:
    """The room, or the outcome of the same words sent before: a retry is answered even where the room has closed."""
    if viewer.signed_in and is_id(room_id):
        before = await store.find_by_client_id(room_id, str(viewer.id), draft.client_id)
        if before is not None:
            return outcome_of(before)
    return await access_room_to_post(viewer, room_id, asking=draft.kind is MessageKind.QUESTION, ahead=ahead)


async def _check_reply(room_id: str, reply_to: str | None) -> None:
    if reply_to is not None:
        await access_shown(room_id, reply_to)


async def _columns(standing: Standing, draft: Draft, body: str, verdict: Verdict) -> JSON:
    return {
        "client_id": draft.client_id,
        "kind": MessageKind.MESSAGE if standing.is_booth else draft.kind,
        "reply_to": draft.reply_to,
        "relayed": draft.relayed,
        "body": body,
        "html": await rendered(body),
        "emergency": verdict.emergency,
        "held_reason": verdict.reason if verdict.held else "",
    }


async def _said_once(app: web.Application, standing: Standing, values: JSON, screened: Screened) -> Outcome:
    room_id = standing.room_id
    try:
        said = await write(app, room_id, lambda: _add(app, standing, values, screened))
        if standing.is_booth and not standing.is_host:
            await resident_spoke(app, room_id)
        return said
    except IntegrityError:
        # The same client_id came in twice at once: the first one won, and this is its outcome.
        if first := await store.find_by_client_id(room_id, str(standing.viewer.id), values["client_id"]):
            return outcome_of(first)
        raise


async def _add(app: web.Application, standing: Standing, values: JSON, screened: Screened) -> Change[Outcome]:
    author, room_id = str(standing.viewer.id), standing.room_id
    if standing.is_host:
        await set_host_seen(room_id)
    if values["held_reason"]:
        message = await store.add_message(room_id, author, values | {"state": MessageState.HELD})
        waits = await left_to_review(app, message["id"], screened)
        held: Tell = partial(broadcast.message_held, message=message, body=message["body"])
        return Change(outcome_of(message), tell=[held, *waits])
    message_id = new_id()
    row = await append(room_id, "message_posted", message_id=message_id, words=True, early=not standing.is_open)
    shown = {"id": message_id, "state": MessageState.PUBLISHED, "posted_seq": row.seq, "text_seq": row.seq}
    message = await store.add_message(room_id, author, values | shown)
    return Change(outcome_of(message), rows=[row], tell=await left_to_review(app, message_id, screened))
