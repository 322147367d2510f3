"""Saying something in a room: post, edit, take back, flag.

The way of a message: its socket or form calls `post_message`; policy, screening, one transaction, then the telling.
"""

from datetime import timedelta
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation import clock
from foundation.errors import Conflict, NotAllowed, NotFound, TooFast
from foundation.ids import is_id, new_id
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import check_text, rendered
from moderation.screening import Action, Context, Verdict, screened
from moderation.service import add_flag
from rooms import broadcast
from rooms.log import append, is_public, messages_by_id
from rooms.messages import store
from rooms.messages.drafts import Draft
from rooms.messages.outcomes import Outcome, outcome_of, warned
from rooms.models import MessageState, Mode
from rooms.policy import access_room_to_enter, access_room_to_post
from rooms.standing import Standing
from rooms.surgeries.store import set_host_seen
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]

CHANGEABLE_FOR = timedelta(minutes=10)
"""How long one's own words can be edited or taken back (the contract)."""


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
    await _check_pace(app, standing)
    verdict = await _screened(body, standing, draft.confirm)
    if verdict.action is Action.WARN:
        return warned(verdict)
    held_reason = verdict.reason or await _reason_of_mode(standing)
    values = {
        "client_id": draft.client_id,
        "kind": draft.kind,
        "body": body,
        "html": await rendered(body),
        "reply_to": draft.reply_to,
        "emergency": verdict.emergency,
        "held_reason": held_reason,
    }
    try:
        return await write(app, room_id, lambda: _add(standing, values))
    except IntegrityError:
        # The same client_id came in twice at once: the first one won, and this is its outcome.
        if first := await store.find_by_client_id(room_id, str(viewer.id), draft.client_id):
            return outcome_of(first)
        raise


async def edit_message(
    app: web.Application, viewer: Viewer, room_id: str, message_id: str, body: str, *, confirm: bool = False
) -> Outcome:
    """Change one's own words within ten minutes; they are screened again, and the outcome is as of `post_message`."""
    standing = await access_room_to_post(viewer, room_id)
    message = await access_own_to_edit(viewer, room_id, message_id)
    body = check_text(body)
    verdict = await _screened(body, standing, confirm)
    if verdict.action is Action.WARN:
        return warned(verdict)
    held_reason = verdict.reason or await _reason_of_mode(standing)
    html = await rendered(body)
    changes = {"body": body, "html": html, "emergency": verdict.emergency, "held_reason": held_reason}
    return await write(app, room_id, lambda: _change(message, changes))


async def withdraw_message(app: web.Application, viewer: Viewer, room_id: str, message_id: str) -> int | None:
    """Take back one's own words within ten minutes, waiting ones too, also after the close; gives the log's `seq`."""
    await access_room_to_enter(viewer, room_id)
    message = await access_own(viewer, room_id, message_id)
    return await write(app, room_id, lambda: _withdraw(message))


async def flag_message(
    app: web.Application, viewer: Viewer, room_id: str, message_id: str, reason: str, note: str = ""
) -> str:
    """Flag a message for the moderators; gives the flag's id. Hides nothing by itself."""
    await access_room_to_enter(viewer, room_id)
    message = await access_shown(room_id, message_id)
    await app[LIMITS].check("flag", str(viewer.id))

    async def work() -> Change[str]:
        flag = await add_flag(viewer=viewer, target_type="message", target_id=message["id"], reason=reason, note=note)
        return Change(flag.id, tell=[lambda app: broadcast.message_flagged(app, room_id, message["id"], reason)])

    return await write(app, room_id, work)


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
    return await access_room_to_post(viewer, room_id)


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
    return message


async def _check_reply(room_id: str, reply_to: str | None) -> None:
    if reply_to is not None:
        await access_shown(room_id, reply_to)


async def _check_pace(app: web.Application, standing: Standing) -> None:
    await app[LIMITS].check("message", str(standing.viewer.id))
    if standing.room["mode"] != Mode.SLOW or standing.is_staff:
        return
    pace = timedelta(seconds=standing.room["mode_seconds"])
    said = await store.last_said_at(standing.room_id, str(standing.viewer.id), pace)
    if said is not None:
        wait = max(1, round((said + pace - clock.now()).total_seconds()))
        sentence = _("This room is in slow mode. Please wait %(seconds)s seconds.", seconds=wait)
        raise TooFast(sentence, retry_after=wait)


async def _screened(body: str, standing: Standing, confirm: bool) -> Verdict:
    trusted = standing.is_host or standing.viewer.is_staff
    return await screened(body, Context(trusted=trusted, confirmed=confirm))


async def _reason_of_mode(standing: Standing) -> str:
    """Why the room's mode holds this person's words; empty when it does not."""
    if standing.is_staff or standing.viewer.is_staff:
        return ""
    if standing.room["mode"] == Mode.PREMODERATED:
        return _("In this room a moderator reads each message before it is shown.")
    if standing.room["mode"] == Mode.NEWCOMERS and not await store.is_known(str(standing.viewer.id)):
        return _("A moderator reads the first message of everybody who is new here.")
    return ""


async def _add(standing: Standing, values: JSON) -> Change[Outcome]:
    author, room_id = str(standing.viewer.id), standing.room_id
    if standing.is_host:
        await set_host_seen(room_id)
    if values["held_reason"]:
        message = await store.add_message(room_id, author, values | {"state": MessageState.HELD})
        return Change(outcome_of(message), tell=[lambda app: broadcast.message_held(app, message, message["body"])])
    message_id = new_id()
    row = await append(room_id, "message_posted", message_id=message_id, words=True)
    shown = {"id": message_id, "state": MessageState.PUBLISHED, "posted_seq": row.seq, "text_seq": row.seq}
    message = await store.add_message(room_id, author, values | shown)
    return Change(outcome_of(message), rows=[row])


async def _change(message: JSON, changes: JSON) -> Change[Outcome]:
    """Where a published message's new words are held, the old ones stand until somebody decided."""
    room_id, state = message["room_id"], message["state"]
    if changes["held_reason"]:
        waiting = changes if state == MessageState.HELD else _as_pending(changes)
        await _set_or_conflict(message, **waiting)
        changed = message | waiting
        return Change(outcome_of(changed), tell=[lambda app: broadcast.message_held(app, changed, changes["body"])])
    kind = "message_posted" if state == MessageState.HELD else "message_edited"
    row = await append(room_id, kind, message_id=message["id"], words=True)
    shown = changes | {"text_seq": row.seq, "state": MessageState.PUBLISHED, "pending_body": None, "pending_html": None}
    shown |= {"posted_seq": row.seq} if state == MessageState.HELD else {"edited_at": row.at}
    await _set_or_conflict(message, **shown)
    told: list[Tell] = [lambda app: broadcast.held_decided(app, message, "published", seq=row.seq)]
    waited = state == MessageState.HELD or message["pending_body"] is not None
    return Change(outcome_of(message | shown, row.seq), rows=[row], tell=told if waited else [])


def _as_pending(changes: JSON) -> JSON:
    pending = {"pending_body": changes["body"], "pending_html": changes["html"]}
    return pending | {name: changes[name] for name in ("emergency", "held_reason")}


async def _withdraw(message: JSON) -> Change[int | None]:
    state = message["state"]
    if state in {MessageState.WITHDRAWN, MessageState.REJECTED}:
        raise Conflict(_("This message was taken down already."))
    gone = {"state": MessageState.WITHDRAWN, "pending_body": None, "pending_html": None}
    await _set_or_conflict(message, **gone)
    taken_back = _("Taken back by its author.")
    told: list[Tell] = [lambda app: broadcast.held_decided(app, message, "rejected", reason=taken_back)]
    waited = state == MessageState.HELD or message["pending_body"] is not None
    if message["posted_seq"] is None:
        return Change(None, tell=told)
    row = await append(message["room_id"], "message_withdrawn", message_id=message["id"])
    return Change(row.seq, rows=[row], tell=told if waited else [])


async def _set_or_conflict(message: JSON, **changes: Any) -> None:
    if not await store.set_message(message, message["state"], **changes):
        raise Conflict(_("Somebody else has just decided about this message. Look again."))
