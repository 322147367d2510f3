"""Bringing a thing back to what it was before a decision: for an undo, and for an appeal that was won."""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict
from foundation.language import _
from moderation.content import CONTENT, Also, Content, Moderated, State
from moderation.decisions.carrying_out import record_only
from moderation.decisions.ruling import TAKING_DOWN, Action
from moderation.evidence.words import Words, words_at

JSON = dict[str, Any]


async def put_back(app: web.Application, content: Content, decision: JSON, also: Also, *, right: bool) -> None:
    """Undo what a decision did to a thing, with `also` in the same transaction.

    `right`: its author was right, so that what was refused is shown; else it waits again to be read. Nothing happens to
    a thing that its author took back meanwhile. Raises Conflict where it is another by now.
    """
    thing = app[CONTENT][content.type]
    if decision["action"] == Action.LOCK:
        await thing.lock(app, content, locked=False, also=also)
    elif content.state is State.GONE:
        await record_only(app, also)
    elif decision["action"] in TAKING_DOWN:
        await _show(app, thing, content, decision, also, right)
    elif decision["action"] == Action.EDIT and content.state is State.PUBLISHED:
        await _unedit(app, thing, content, decision, also, right)
    elif decision["action"] in (Action.APPROVE, Action.WARN, Action.RESTORE):
        await _unshow(app, thing, content, decision, also, right)
    else:
        await record_only(app, also)


async def _show(
    app: web.Application, thing: Moderated, content: Content, decision: JSON, also: Also, right: bool
) -> None:
    if content.state is State.PUBLISHED:
        await _hold_edit(app, thing, content, await _words(decision), also, right)
    elif decision["was"] == State.HELD and not right:
        await thing.hold(app, content, also)
    elif decision["was"] != State.HIDDEN or right:
        await thing.restore(app, content, also)
    else:
        await record_only(app, also)


async def _hold_edit(
    app: web.Application, thing: Moderated, content: Content, words: Words, also: Also, right: bool
) -> None:
    """An edit was refused, and what it was to change stands."""
    if words.pending is None or content.pending is not None:
        await record_only(app, also)
    elif right:
        await thing.edit(app, content, words.pending, also, by_staff=False)
    else:
        await thing.hold(app, content, also, pending=words.pending)


async def _unedit(
    app: web.Application, thing: Moderated, content: Content, decision: JSON, also: Also, right: bool
) -> None:
    """The author's own words again; those that nobody had approved yet are not shown by an undo."""
    words = await _words(decision)
    if decision["was"] == State.HELD and not right:
        await thing.hide(app, content, "", also)
    else:
        await thing.edit(app, content, words.body, also, by_staff=False)


async def _unshow(
    app: web.Application, thing: Moderated, content: Content, decision: JSON, also: Also, right: bool
) -> None:
    """What was approved is taken down until somebody looks again; an edit that was, gives way to the words before."""
    if right or content.state is not State.PUBLISHED:
        return await record_only(app, also)
    if decision["was"] in (State.HELD, State.HIDDEN):
        await thing.hide(app, content, "", also)
        return None
    words = await _words(decision)
    if words.pending is None or words.pending != content.body:
        return await record_only(app, also)
    await thing.edit(app, content, words.body, also, by_staff=False, pending=words.pending)
    return None


async def _words(decision: JSON) -> Words:
    words = await words_at(decision["id"])
    if words is None:
        raise Conflict(_("The words of that day are not kept any more, so this can’t be taken back."))
    return words
