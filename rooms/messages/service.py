"""Saying something in a room, and flagging what others said.

The way of a message: its socket or form calls `post_message`; policy, screening, one transaction, then the telling.
"""

from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation.errors import NotFound
from foundation.ids import is_id, new_id
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import check_text, rendered
from moderation.screening import Action
from moderation.service import add_flag
from rooms import broadcast
from rooms.booth.service import resident_spoke
from rooms.log import append
from rooms.message_rows import is_public, messages_by_id
from rooms.messages import store
from rooms.messages.drafts import Draft
from rooms.messages.outcomes import Outcome, outcome_of, warned
from rooms.messages.pace import check_pace
from rooms.messages.screening import screened_in
from rooms.models import MessageKind, MessageState
from rooms.policy import access_room_to_flag, access_room_to_post
from rooms.standing import Standing
from rooms.surgeries.store import set_host_seen
from rooms.writing import Change, write

JSON = dict[str, Any]


async def post_message(app: web.Application, viewer: Viewer, room_id: str, draft: Draft) -> Outcome:
    """Say something: published, held for a moderator, or warned of (nothing stored).

    The same author, room and `client_id` again gives the same outcome. Raises what `access_room_to_post` does, Invalid,
    NotFound (what it replies to), TooFast.
    """
    standing = await _access_to_say(viewer, room_id, draft)
    if isinstance(standing, Outcome):
        return standing
    body = check_text(draft.body)
    await _check_reply(room_id, draft.reply_to)
    await check_pace(app, standing, store.last_said_at)
    verdict = await screened_in(standing, body, confirm=draft.confirm)
    if verdict.action is Action.WARN:
        return warned(verdict)
    values = {
        **_columns(standing, draft),
        "body": body,
        "html": await rendered(body),
        "emergency": verdict.emergency,
        "held_reason": verdict.reason,
    }
    try:
        said = await write(app, room_id, lambda: _add(standing, values))
        if standing.is_booth and not standing.is_host:
            await resident_spoke(app, room_id)
        return said
    except IntegrityError:
        # The same client_id came in twice at once: the first one won, and this is its outcome.
        if first := await store.find_by_client_id(room_id, str(viewer.id), draft.client_id):
            return outcome_of(first)
        raise


async def flag_message(
    app: web.Application, viewer: Viewer, room_id: str, message_id: str, reason: str, note: str = ""
) -> str:
    """Flag a message for the moderators; gives the flag's id. Hides nothing by itself."""
    message = await access_to_flag(viewer, room_id, message_id)
    await app[LIMITS].check("flag", str(viewer.id))

    async def work() -> Change[str]:
        flag = await add_flag(viewer=viewer, target_type="message", target_id=message["id"], reason=reason, note=note)
        return Change(flag.id, tell=[lambda app: broadcast.message_flagged(app, room_id, message["id"], reason)])

    return await write(app, room_id, work)


async def access_to_flag(viewer: Viewer, room_id: str, message_id: str) -> JSON:
    """A message that somebody may flag; raises NotFound, NotAllowed."""
    await access_room_to_flag(viewer, room_id)
    return await access_shown(room_id, message_id)


async def access_shown(room_id: str, message_id: str) -> JSON:
    """A message that anybody may read; raises NotFound."""
    # With its question: an answer is down as long as what it answers.
    found = await messages_by_id([message_id]) if is_id(message_id) else {}
    message = found.get(message_id)
    if message is None or message["room_id"] != room_id or not is_public(message, found):
        raise NotFound(_("There is no such message in this room, or it was taken down."))
    return message


async def _access_to_say(viewer: Viewer, room_id: str, draft: Draft) -> Standing | Outcome:
    """The room, or the outcome of the same words sent before: a retry is answered even where the room has closed."""
    if viewer.signed_in and is_id(room_id):
        before = await store.find_by_client_id(room_id, str(viewer.id), draft.client_id)
        if before is not None:
            return outcome_of(before)
    return await access_room_to_post(viewer, room_id, asking=draft.kind is MessageKind.QUESTION)


async def _check_reply(room_id: str, reply_to: str | None) -> None:
    if reply_to is not None:
        await access_shown(room_id, reply_to)


def _columns(standing: Standing, draft: Draft) -> JSON:
    kind = MessageKind.MESSAGE if standing.is_booth else draft.kind
    return {"client_id": draft.client_id, "kind": kind, "reply_to": draft.reply_to, "relayed": draft.relayed}


async def _add(standing: Standing, values: JSON) -> Change[Outcome]:
    author, room_id = str(standing.viewer.id), standing.room_id
    if standing.is_host:
        await set_host_seen(room_id)
    if values["held_reason"]:
        message = await store.add_message(room_id, author, values | {"state": MessageState.HELD})
        return Change(outcome_of(message), tell=[lambda app: broadcast.message_held(app, message, message["body"])])
    message_id = new_id()
    row = await append(room_id, "message_posted", message_id=message_id, words=True, early=not standing.is_open)
    shown = {"id": message_id, "state": MessageState.PUBLISHED, "posted_seq": row.seq, "text_seq": row.seq}
    message = await store.add_message(room_id, author, values | shown)
    return Change(outcome_of(message), rows=[row])
