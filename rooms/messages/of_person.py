"""All the words of one person, in every room: taken away when they close their account, kept where a hold says so."""

from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any

from aiohttp import web

from foundation.errors import Conflict
from foundation.language import _
from moderation.leaving_words import SEEN
from moderation.legal_holds.kept import kept_of
from rooms import broadcast
from rooms.log import Row, append
from rooms.messages import person_store, store
from rooms.messages.reviewing import review_ended
from rooms.models import MessageState, RoomKind
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]

_TOGETHER = 50
"""Messages in one transaction: few enough that who talks meanwhile waits for milliseconds only."""
_NO_EDIT: JSON = {"pending_body": None, "pending_html": None, "held_reason": ""}
_NO_WORDS: JSON = {"body": "", "html": "", **_NO_EDIT}


async def leave_words(app: web.Application, person: str, *, everything: bool, most: int) -> bool:
    """Take away at most `most` of somebody's messages, the newest first; gives whether none is left.

    `everything`: each leaves every screen as one that is taken back, and its text is erased. Else what others read
    stays, and what they were not shown (held, refused, taken back) goes. What a hold keeps leaves the screens only.
    It may be called again after a crash, and by two processes at once: what is done is not found again.
    """
    kept = await kept_of(person)
    ids = None if kept.everything else kept.messages
    rows = await person_store.words_to_leave(person, everything=everything, kept=ids, most=most)
    for room_id, of_room in groupby(sorted(rows, key=_room_of), _room_of):
        messages = list(of_room)
        for first in range(0, len(messages), _TOGETHER):
            try:
                await write(app, room_id, partial(_leave, messages[first : first + _TOGETHER], everything))
            except Conflict:  # another process is at the same messages: the next tick takes what it leaves
                return False
    return len(rows) < most


async def keeps_words(person: str) -> bool:
    """Whether a legal hold keeps this person, or a message of theirs."""
    kept = await kept_of(person)
    return kept.everything or await person_store.has_said_one_of(person, kept.messages)


async def find_words(message: str) -> JSON | None:
    """A message as the page of legal holds shows it; None where there is no such message. A booth's without words."""
    found = await person_store.message_anywhere(message)
    if found is None:
        return None
    private = found["room__kind"] == RoomKind.BOOTH
    path = "" if private else f"/surgeries/{found['room_id']}#m-{found['id']}"
    named = {name: found[name] for name in ("id", "author_id", "state", "revision")}
    body = "" if private else found["body"]
    known = {"force": found["room__force_id"], "path": path, "at": found["created_at"], "private": private}
    return {**named, **known, "body": body}


async def spoke_in(person: str, force: str) -> bool:
    """Whether somebody wrote in a room of this force."""
    return await person_store.has_spoken_in(person, force)


async def posts_that_stand(person: str, before: datetime, most: int) -> int:
    """How many of somebody's messages from before a moment can still be read by everybody; at most `most`."""
    return await person_store.count_standing(person, before, most)


def _room_of(message: JSON) -> str:
    return str(message["room_id"])


async def _leave(messages: list[JSON], everything: bool) -> Change[None]:
    # Asked again here: a hold that was placed a moment ago counts.
    kept = await kept_of(messages[0]["author_id"])
    rows: list[Row] = []
    tell: list[Tell] = []
    for message in messages:
        changes = _leaving(message, everything=everything, kept=kept.has(message["id"]))
        if "state" in changes and message["posted_seq"] is not None:
            rows.append(await append(message["room_id"], "message_withdrawn", message_id=message["id"]))
        if changes and not await store.set_message(message, message["state"], **changes):
            raise Conflict(_("Somebody else has just decided about this message. Look again."))
        if _waited(message):
            tell.append(partial(_told_it_went, message))
    left = [message["id"] for message in messages if everything or _waited(message)]
    return Change(None, rows=rows, tell=[*tell, *await review_ended(left)])


def _leaving(message: JSON, *, everything: bool, kept: bool) -> JSON:
    """What becomes of one message; nothing for one that others read and that stays."""
    state = message["state"]
    shown = state in SEEN
    changes: JSON = {"state": MessageState.WITHDRAWN} if state == MessageState.HELD or (shown and everything) else {}
    if kept:
        return changes
    return changes | (_NO_EDIT if shown and not everything else _NO_WORDS)


def _waited(message: JSON) -> bool:
    return message["state"] == MessageState.HELD or message["pending_body"] is not None


async def _told_it_went(message: JSON, app: web.Application) -> None:
    await broadcast.held_decided(app, message, "rejected", reason=_("Taken back by its author."))
