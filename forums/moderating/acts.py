"""What a decision does to a topic or a reply: each inside the transaction in which moderation writes it down.

An act takes the thing as it was fetched, and raises Conflict where it is another by now.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from forums import showing, wording
from forums.models import PostState
from forums.moderated_words import TOPIC, parted
from forums.moderating import acts_store as store
from forums.pictures.service import PICTURES
from forums.showing import Shown
from forums.wording import Words
from foundation.errors import Conflict
from foundation.language import _
from foundation.text import rendered
from moderation.content import Content, State

JSON = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """Words with their HTML, made before the transaction; `title` is a topic's."""

    title: str | None
    body: str
    html: str

    def shown(self, held_reason: str = "") -> Words:
        return Words(self.body, self.html, self.title, held_reason)


async def written(content: Content, words: str) -> Written:
    """A topic's title and text, or a reply's text, with their HTML."""
    title, body = parted(words) if content.type == TOPIC else (None, words)
    return Written(title, body, await rendered(body))


async def hide(content: Content) -> Shown:
    """Take published words down, and an edit that waits; an edit in between must not save them from it."""
    reply = await _read(content)
    _check(_state(reply) == PostState.PUBLISHED)
    return await showing.take_down(reply["id"], PostState.HIDDEN)


async def refuse(content: Content) -> Shown:
    """Refuse words that wait, or the edit of published ones."""
    reply = await _as_fetched(content)
    if _state(reply) == PostState.HELD:
        return await showing.take_down(reply["id"], PostState.REJECTED)
    _check(content.pending is not None)
    return await wording.drop_edit(reply["id"])


async def hold(content: Content, pending: Written | None) -> Shown:
    """Let refused words wait again, or an edit with the words `pending`."""
    reply = await _as_fetched(content)
    if pending is not None:
        _check(_state(reply) == PostState.PUBLISHED)
        return await wording.let_edit_wait(reply["id"], pending.shown(reply["held_reason"]))
    _check(_state(reply) == PostState.REJECTED)
    return await showing.hold_again(reply["id"])


async def show(content: Content) -> Shown:
    """Show what was hidden or refused."""
    reply = await _as_fetched(content)
    _check(_state(reply) in (PostState.HIDDEN, PostState.REJECTED))
    return await showing.show_reply(reply["id"])


async def approve(content: Content) -> Shown:
    """Show words that wait, or put those of the edit that waits in the place of those that stand."""
    reply = await _as_fetched(content)
    if _state(reply) == PostState.HELD:
        return await showing.show_reply(reply["id"])
    _check(content.pending is not None)
    return await wording.show_edit(reply["id"])


async def put(content: Content, words: Written, at: datetime | None, pending: Written | None) -> Shown:
    """Put other words in the place of those that are shown, or that wait, and show them.

    `at`: when staff did so; None: the author's own come back. `pending`: an edit that waits again.
    """
    reply = await _as_fetched(content)
    _check(_state(reply) in (PostState.HELD, PostState.PUBLISHED))
    if at is not None and reply["official"]:
        raise Conflict(_("This is an official answer: nobody else words it. Take that mark back first, or hide it."))
    by = str(content.author_id) if at is None else ""
    shown = await wording.put_words(reply["id"], words.shown(), by, staff_at=at, quietly=at is None)
    await PICTURES.remove_waiting((reply["id"],))
    if at is None:
        await store.unmark(reply)
    if _state(reply) == PostState.HELD:
        shown = await showing.show_reply(reply["id"])
    if pending is not None:
        shown = await wording.let_edit_wait(reply["id"], pending.shown(reply["held_reason"]))
    return shown


def _state(reply: JSON) -> str:
    """That of its topic, for a topic's own text."""
    return str(reply["topic_state"] if reply["number"] == 1 else reply["state"])


async def _as_fetched(content: Content) -> JSON:
    """The row, if it is to the letter as it was fetched: what nobody read is neither shown nor refused."""
    reply = await _read(content)
    waits = reply["pending_body"] is not None or (reply["number"] == 1 and reply["title_pending"] is not None)
    _check(reply["version"] == content.revision and waits == (content.pending is not None))
    return reply


async def _read(content: Content) -> JSON:
    """The row of its reply, with its topic's `title`, `title_pending` and state, while nobody else writes there."""
    reply = await store.lock(content.type, content.id)
    if reply is None or content.state is State.GONE:
        raise _overtaken()
    return reply


def _check(as_read: bool) -> None:
    if not as_read:
        raise _overtaken()


def _overtaken() -> Conflict:
    return Conflict(_("This has changed since you read it. Look again."))
