"""Carrying out a ruling: which verb of the thing's feature does it, in one transaction with its decision."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiohttp import web

from foundation.database import atomic
from moderation.content import CONTENT, Also, Content, Exclusion, Moderated, State, tell_all
from moderation.decisions.ruling import HIDING, Action, Ruling

Act = Callable[[Also], Awaitable[Any]]


async def carry_out(app: web.Application, content: Content, ruling: Ruling, also: Also, *, flagged: bool) -> None:
    """Do what was ruled, and `also` in the same transaction; tells after the commit.

    `flagged`: people asked about what is shown, so that hiding takes it down as well as the edit that waits. Raises
    Conflict where the thing is another by now, and what `also` raises.
    """
    await _act_of(app, app[CONTENT][content.type], content, ruling, flagged)(also)


def _act_of(app: web.Application, thing: Moderated, content: Content, ruling: Ruling, flagged: bool) -> Act:
    action = ruling.action
    if action in HIDING:
        return _hiding(app, thing, content, ruling, flagged)
    if action is Action.EDIT:
        return lambda also: thing.edit(app, content, ruling.body or "", also, by_staff=True)
    if action is Action.LOCK:
        return lambda also: thing.lock(app, content, locked=True, also=also)
    if action in (Action.APPROVE, Action.WARN) and content.waits:
        return partial(thing.approve, app, content)
    if action is Action.APPROVE and content.state is State.HIDDEN:
        return partial(thing.restore, app, content)
    return partial(record_only, app)


def _hiding(app: web.Application, thing: Moderated, content: Content, ruling: Ruling, flagged: bool) -> Act:
    edit_alone = content.pending is not None and content.state is State.PUBLISHED and not flagged
    if content.state is State.HELD or edit_alone:
        return partial(thing.refuse, app, content, ruling.reason)
    if content.state is State.PUBLISHED:
        return partial(thing.hide, app, content, ruling.reason)
    return partial(record_only, app)


async def record_only(app: web.Application, also: Also) -> None:
    """Nothing happens to the thing itself; only what is written down, and told."""
    await tell_all(app, await atomic(also))


def exclusion_of(ruling: Ruling, decision: dict[str, Any]) -> Exclusion | None:
    """Whether the ruling keeps the author out of the place; for good (`remove` without an end) is a ban instead."""
    if ruling.action is Action.SILENCE or (ruling.action is Action.REMOVE and ruling.seconds is not None):
        return Exclusion(ruling.action, ruling.reason, str(decision["actor_id"]), decision["until"])
    return None
