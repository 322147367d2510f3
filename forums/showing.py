"""Words come on a screen here, and off it: numbers, counters, what is searched and who is told, all in one transaction.

Posting, editing, taking back, and whatever moderators decide or arrange go through these, inside a transaction. Each
locks the topic's row first, so that two at once wait for each other in one order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from forums import finding, showing_store
from forums.answers.service import settle_answer
from forums.following import service as following
from forums.locking import check_as_read, locked, locked_with
from forums.models import PostState
from forums.pictures.service import PICTURES
from forums.showing_store import NO_EDIT
from foundation import clock

JSON = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """What was shown or taken down: for `forums.writing.Change(result, topics=[topic_id], forums=[forum_id])`.

    `number` is the reply's in its topic, None where it was never shown. `topic_gone`: all of the topic is down.
    `noticed`: people whose unread mark is another one by the transaction, for `all_noticed` after it.
    """

    topic_id: str
    forum_id: str
    reply_id: str
    number: int | None
    topic_gone: bool = False
    noticed: Sequence[str] = ()


async def show_topic(topic_id: str) -> Shown:
    """Show a topic that was held, hidden or refused, and its own text. Its replies stand as they did."""
    topic = await locked(topic_id)
    check_as_read(topic["state"] != PostState.PUBLISHED)
    first = await showing_store.first_of(topic_id)
    was_shown = topic["state"] == PostState.HIDDEN
    await showing_store.set_topic(topic_id, state=PostState.PUBLISHED, **({} if was_shown else _now_active()))
    await _set_first(first, state=PostState.PUBLISHED)
    await finding.topic_changed(topic_id)
    if not was_shown:
        await following.to_be_told(first["id"], topic_id)
    return Shown(topic_id, topic["forum_id"], first["id"], 1)


async def show_reply(reply_id: str) -> Shown:
    """Show a reply that was held, hidden, refused or taken back: with the next number, or the one that it had."""
    topic, reply = await locked_with(reply_id)
    if reply["number"] == 1:
        return await show_topic(topic["id"])
    check_as_read(reply["state"] != PostState.PUBLISHED)
    number = reply["number"]
    if number is None:
        number = await showing_store.next_number(topic["id"], clock.now())
    await showing_store.set_reply(reply, state=PostState.PUBLISHED, number=number)
    if reply["number"] is None:
        await following.to_be_told(reply_id, topic["id"])
    await _after(topic, reply, shown=1)
    return Shown(topic["id"], topic["forum_id"], reply_id, number)


async def take_down(reply_id: str, state: PostState, *, keeping: bool = False) -> Shown:
    """Take a reply off every screen: `state` is hidden, rejected or withdrawn. Number 1 takes its topic with it.

    Its number and its place stay, without words. An edit that waited goes with it. Its pictures, and all of a withdrawn
    one, are gone for good, unless a legal hold is `keeping` them.
    """
    topic, reply = await locked_with(reply_id)
    if reply["number"] == 1:
        return await take_down_topic(topic["id"], state, keeping=keeping)
    was_shown = reply["state"] == PostState.PUBLISHED
    await showing_store.set_reply(reply, state=state, **NO_EDIT)
    marks = await _gone([reply_id], state, keeping)
    await _after(topic, reply, shown=-1 if was_shown else 0)
    return Shown(topic["id"], topic["forum_id"], reply_id, reply["number"], noticed=marks)


async def take_down_topic(topic_id: str, state: PostState, *, keeping: bool = False) -> Shown:
    """Take a topic down with all that was said in it: the replies keep their states, and come back with it."""
    topic = await locked(topic_id)
    first = await showing_store.first_of(topic_id)
    await showing_store.set_topic(topic_id, state=state, title_pending=None)
    await _set_first(first, state=state, **NO_EDIT)
    marks = await _gone([first["id"]], state, keeping, of=await showing_store.ids_in(topic_id))
    await finding.topic_changed(topic_id)
    return Shown(topic_id, topic["forum_id"], first["id"], 1, topic_gone=True, noticed=marks)


async def withdraw_text(reply_id: str, *, keeping: bool = False) -> Shown:
    """Take back number 1's words alone: its topic stands, for the sake of the others who wrote in it."""
    topic, first = await locked_with(reply_id)
    await showing_store.set_topic(topic["id"], title_pending=None)
    await showing_store.set_reply(first, state=PostState.WITHDRAWN, **NO_EDIT)
    marks = await _gone([first["id"]], PostState.WITHDRAWN, keeping)
    await finding.topic_itself_changed(topic["id"])
    return Shown(topic["id"], topic["forum_id"], reply_id, 1, noticed=marks)


async def hold_again(reply_id: str) -> Shown:
    """Let a reply wait again that was refused, or (number 1) its topic."""
    topic, reply = await locked_with(reply_id)
    if reply["number"] == 1:
        await showing_store.set_topic(topic["id"], state=PostState.HELD)
    await showing_store.set_reply(reply, state=PostState.HELD)
    return Shown(topic["id"], topic["forum_id"], reply_id, reply["number"])


def _now_active() -> JSON:
    return {"active_at": clock.now()}


async def _set_first(first: JSON, **changes: Any) -> None:
    """Number 1 goes with its topic, but for words that their author took back: those stay away."""
    if first["state"] != PostState.WITHDRAWN:
        await showing_store.set_reply(first, **changes)


async def _after(topic: JSON, reply: JSON, *, shown: int) -> None:
    """What follows for the topic from one of its replies that came or went."""
    await showing_store.count(topic["id"], shown)
    if reply["official"]:
        await settle_answer(topic["id"])
    await finding.replies_changed([reply["id"]])


async def _gone(ids: list[str], state: PostState, keeping: bool, of: Sequence[str] = ()) -> list[str]:
    """Nobody hears of them any more, nor of what stands in the topic `of` which they go; gives whose mark changes."""
    marks = await following.untold([*ids, *(id_ for id_ in of if id_ not in ids)])
    if keeping:
        return sorted(marks)
    if state == PostState.WITHDRAWN:
        await PICTURES.remove_of(ids)
    else:
        for id_ in ids:
            await PICTURES.remove_waiting((id_,))
    return sorted(marks)
