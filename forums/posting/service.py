"""Saying something in a forum.

The way of a post: its form or call comes here; policy, pace, screening, one transaction, then the telling.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from forums.answers.service import check_official
from forums.pictures.service import PICTURES
from forums.posting import adding, store
from forums.posting.access import access_forum_to_post, access_to_reply
from forums.posting.checks.pace import check_reply_pace, check_topic_pace
from forums.posting.checks.words import check_words
from forums.posting.new import NewReply, NewTopic, check_title
from forums.posting.outcomes import Outcome, outcome_of, warned
from forums.reply_rows import find_by_client_id, find_reply
from forums.screening import screened_in
from forums.standing import Standing
from forums.topic_rows import leads_to
from forums.writing import Change, write
from foundation.errors import Conflict, Invalid, TooFast
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import rendered

JSON = dict[str, Any]
Work = Callable[[], Awaitable[Change[Outcome]]]
SentBefore = Callable[[], Awaitable[Outcome | None]]
"""What came of the same words, where they were sent before; raises Conflict for other words under their id."""


async def post_topic(app: web.Application, viewer: Viewer, forum_id: str, new: NewTopic) -> Outcome:
    """Begin a topic: published, held for a moderator, or warned of (nothing stored).

    The same author and `client_id` again gives the same outcome. Raises what `access_forum` and `may_post` do,
    KeptOut, Invalid, TooFast.
    """
    sent_before = partial(_topic_sent_before, viewer, new.client_id)
    if before := await sent_before():
        return before
    standing = await access_forum_to_post(viewer, forum_id, new.section)
    title, body = check_title(new.title), check_words(new.body, new.pictures)
    seen = await PICTURES.words_of(str(viewer.id), new.pictures)
    around = f"{new.columns.get('place_name', '')}\n{seen}".strip()
    await check_topic_pace(app, standing)
    screened = await screened_in(app, standing, title, _with(body, around), confirm=new.confirm)
    if screened.is_warned_of:
        return warned(screened.verdict)
    written = adding.Written(body, await rendered(body), new.client_id, new.pictures, screened, seen=seen)
    return await _once(app, sent_before, lambda: adding.add_topic(app, standing, title, written, new.columns))


async def post_reply(app: web.Application, viewer: Viewer, topic_id: str, new: NewReply) -> Outcome:
    """Reply to a topic; the outcome is as that of `post_topic`.

    Raises what `access_topic_to_reply` does, Conflict (with the new `topic`) where it was merged into another one,
    Invalid, TooFast.
    """
    sent_before = partial(_reply_sent_before, viewer, new.client_id, topic_id)
    if before := await sent_before():
        return before
    standing = await access_to_reply(viewer, topic_id)
    body = check_words(new.body, new.pictures)
    parent = await _parent(standing, new.reply_to)
    if new.official:
        await check_official(standing)
    seen = await PICTURES.words_of(str(viewer.id), new.pictures)
    try:
        await check_reply_pace(app, standing)
    except TooFast:
        # Of two clicks the first was posted since we looked: the second one is not one too many.
        if before := await sent_before():
            return before
        raise
    screened = await screened_in(app, standing, "", _with(body, seen), confirm=new.confirm)
    if screened.is_warned_of:
        return warned(screened.verdict)
    more = {"parent_id": parent, "official": new.official, "promised_for": new.promised_for}
    written = adding.Written(body, await rendered(body), new.client_id, new.pictures, screened, more, seen)
    return await _once(app, sent_before, lambda: adding.add_reply(app, standing, written))


async def _topic_sent_before(viewer: Viewer, client_id: str) -> Outcome | None:
    """The same topic sent before. Raises Conflict for a client that sends it under an id that a reply of it has."""
    before = await _sent_before(viewer, client_id)
    if before is None:
        return None
    if not await store.began_topic(str(viewer.id), client_id):
        raise _used()
    return outcome_of(before)


async def _reply_sent_before(viewer: Viewer, client_id: str, topic_id: str) -> Outcome | None:
    """The same reply sent before. Raises Conflict for a client that sends other words, elsewhere, under its id."""
    before = await _sent_before(viewer, client_id)
    if before is None:
        return None
    if before["topic_id"] not in (topic_id, await leads_to(topic_id) if is_id(topic_id) else None):
        raise _used()
    return outcome_of(before)


async def _sent_before(viewer: Viewer, client_id: str) -> JSON | None:
    """The same words sent before: a retry is answered even where the topic is closed by now."""
    return await find_by_client_id(viewer.id, client_id) if viewer.id else None


def _used() -> Conflict:
    return Conflict(_("This was sent already, to another topic. To say something new, send it with a new client_id."))


async def _parent(standing: Standing, reply_to: str | None) -> str | None:
    """What is replied to: anything that was shown in the topic, also where its words were taken down meanwhile."""
    if not reply_to:
        return None
    parent = await find_reply(reply_to) if is_id(reply_to) else None
    if parent is None or parent["topic_id"] != standing.topic_id or parent["number"] is None:
        raise Invalid.at("reply_to", _("What you reply to is not in this topic any more. Post your words without it."))
    return str(parent["id"])


def _with(body: str, around: str) -> str:
    """What screening reads: the words, and those about the place and the pictures."""
    return f"{body}\n\n{around}" if around else body


async def _once(app: web.Application, sent_before: SentBefore, work: Work) -> Outcome:
    try:
        return await write(app, work)
    except (IntegrityError, TooFast):
        # The same client_id came in twice at once: the first one won, and this is its outcome. In slow mode the second
        # one is not one too many.
        if first := await sent_before():
            return first
        raise
