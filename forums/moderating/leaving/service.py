"""All that one person wrote in forums: taken away when they close their account, kept where a legal hold says so."""

from typing import Any

from aiohttp import web

from forums import finding, showing, wording
from forums.locking import locked_with
from forums.models import PostState
from forums.moderated_words import REPLY, TOPIC
from forums.moderating.leaving import store
from forums.pictures.service import PICTURES
from forums.reviewing import review_ended
from forums.writing import Change, write
from foundation.errors import Conflict
from foundation.language import _
from moderation.leaving_words import SEEN
from moderation.legal_holds.kept import Kept, kept_of
from notices.service import all_noticed

JSON = dict[str, Any]


async def leave_words(app: web.Application, person: str, *, everything: bool, most: int) -> bool:
    """Take away at most `most` of somebody's topics and replies, the newest first; gives whether none is left.

    `everything`: each leaves every screen as one that is taken back, and its text is erased; of a topic in which others
    wrote the others' words stand. Else what others read stays, and what they were not shown goes. What a hold keeps
    leaves the screens only. It may be called again after a crash, and by two processes at once.
    """
    kept = await kept_of(person)
    ids = None if kept.everything else kept.messages
    rows = await store.words_to_leave(person, everything=everything, kept=ids, most=most)
    for row in rows:
        try:
            await _left(app, row, everything)
        except Conflict:  # another process is at the same words: the next tick takes what it leaves
            return False
    if len(rows) == most:
        return False
    await store.forget_own(person)
    await PICTURES.remove_loose_of(person)
    if not kept.everything:
        await store.erase_revisions(person, kept.messages)
    return True


async def keeps_words(person: str) -> bool:
    """Whether a legal hold keeps this person, or something that they wrote in a forum."""
    kept = await kept_of(person)
    return kept.everything or await store.has_written_one_of(person, kept.messages)


async def _left(app: web.Application, row: JSON, everything: bool) -> None:
    async def work() -> Change[None]:
        # Asked again here: a hold that was placed a moment ago counts.
        kept = await kept_of(row["author_id"])
        return await _leave(row["id"], everything=everything, kept=kept)

    await write(app, work)


async def _leave(reply_id: str, *, everything: bool, kept: Kept) -> Change[None]:
    topic, reply = await locked_with(reply_id)
    seen = reply["state"] in SEEN
    first, topic_id = reply["number"] == 1, str(reply["topic_id"])
    keeping = kept.has(reply_id)
    went, marks = everything or reply["state"] == PostState.HELD, list[str]()
    if went and (seen or reply["state"] == PostState.HELD):
        marks = await _taken_down(reply, keeping=keeping)
    elif reply["pending_body"] is not None and not keeping:
        await wording.drop_edit(reply_id)
    if not keeping and (everything or not seen):
        await store.erase(reply_id, topic_id if first else None, _("Title taken back by its author"))
        if first:
            await finding.topic_changed(topic_id)
    type_, id_ = (TOPIC, topic_id) if first else (REPLY, reply_id)
    waited = reply["state"] == PostState.HELD or reply["pending_body"] is not None
    tells = await review_ended(type_, [id_]) if everything or waited else []
    tells = [*tells, all_noticed(marks)]
    return Change(None, topics=[topic_id], forums=[topic["forum_id"]], tell=tells)


async def _taken_down(reply: JSON, *, keeping: bool) -> list[str]:
    """Gives whose unread mark is another one now."""
    others = reply["number"] == 1 and await store.has_others(reply["topic_id"], reply["author_id"])
    if others and reply["state"] == PostState.PUBLISHED:
        gone = await showing.withdraw_text(reply["id"], keeping=keeping)
    else:
        gone = await showing.take_down(reply["id"], PostState.WITHDRAWN, keeping=keeping)
    return list(gone.noticed)
