"""Other words come in the place of those that stand, at once or after a moderator has read them.

Each inside a transaction, with its topic locked, as those of `forums.showing` are.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from forums import finding, showing_store
from forums.following.telling.mentioning_service import tell_newly_mentioned
from forums.locking import check_as_read, locked_with
from forums.models import PostState
from forums.pictures.service import PICTURES, show_waiting
from forums.showing import Shown
from forums.showing_store import NO_EDIT
from foundation import clock

JSON = dict[str, Any]


@dataclass(frozen=True)
class Words:
    """Words to be put in the place of others. `title` is the topic's, of number 1; None leaves it as it is.

    `held_reason`: why they wait, where they do.
    """

    body: str
    html: str
    title: str | None = None
    held_reason: str = ""


async def put_words(
    reply_id: str, words: Words, by: str, *, staff_at: datetime | None = None, quietly: bool = False
) -> Shown:
    """Put other words in the place of a reply's, and keep those that stood there.

    `by`: who did so. `staff_at`: when staff did, of somebody else's words. `quietly`: not marked as edited, because
    nobody has read the earlier ones, or because they come back.
    """
    topic, reply = await locked_with(reply_id)
    await showing_store.keep_revision(reply, topic["title"] if reply["number"] == 1 else None, by)
    at = staff_at or clock.now()
    marks: JSON = {} if quietly else {"edited_at": at}
    if staff_at:
        marks["staff_edited_at"] = at
    put = {"body": words.body, "html": words.html, "held_reason": words.held_reason}
    await showing_store.set_reply(reply, **put, **NO_EDIT, **marks)
    titled = {} if words.title is None else {"title": words.title}
    await showing_store.set_topic(topic["id"], **titled, **({"title_pending": None} if reply["number"] == 1 else {}))
    await _found_again(topic["id"], reply)
    own = not quietly and staff_at is None and reply["state"] == PostState.PUBLISHED
    noticed = await tell_newly_mentioned(reply_id, reply["body"]) if own else ()
    return Shown(topic["id"], topic["forum_id"], reply_id, reply["number"], noticed=noticed)


async def let_edit_wait(reply_id: str, words: Words) -> Shown:
    """Keep an edit for a moderator, while the words that stand are shown."""
    topic, reply = await locked_with(reply_id)
    waits = {"pending_body": words.body, "pending_html": words.html, "held_reason": words.held_reason}
    await showing_store.set_reply(reply, **waits)
    if words.title is not None:
        await showing_store.set_topic(topic["id"], title_pending=words.title)
    return Shown(topic["id"], topic["forum_id"], reply_id, reply["number"])


async def show_edit(reply_id: str) -> Shown:
    """Put the words of an edit that waits, and its pictures, in the place of those that stand."""
    topic, reply = await locked_with(reply_id)
    check_as_read(reply["pending_body"] is not None)
    title = topic["title_pending"] if reply["number"] == 1 else None
    words = Words(reply["pending_body"], reply["pending_html"], title)
    shown = await put_words(reply_id, words, reply["author_id"])
    await show_waiting(reply_id)
    return shown


async def drop_edit(reply_id: str) -> Shown:
    """Refuse an edit that waits: what stands there stays."""
    topic, reply = await locked_with(reply_id)
    await showing_store.set_reply(reply, **NO_EDIT)
    if reply["number"] == 1:
        await showing_store.set_topic(topic["id"], title_pending=None)
    await PICTURES.remove_waiting((reply_id,))
    return Shown(topic["id"], topic["forum_id"], reply_id, reply["number"])


async def _found_again(topic_id: str, reply: JSON) -> None:
    if reply["number"] == 1:
        await finding.topic_itself_changed(topic_id)
    else:
        await finding.replies_changed([reply["id"]])
