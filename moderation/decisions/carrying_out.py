"""Carrying out a ruling: which verb of the thing's feature does it, in one transaction with its decision."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final

from aiohttp import web

from foundation.database import atomic
from moderation.content import CONTENT, Also, Content, Exclusion, Moderated, State, tell_all
from moderation.decisions.ruling import HIDING, KEEPING_OUT, Action, Ruling

Act = Callable[[Also], Awaitable[Any]]
_BY_ITSELF: Final = "held"
"""The cause of an item that what waits has opened, and nobody who read it."""


async def carry_out(app: web.Application, content: Content, ruling: Ruling, also: Also) -> None:
    """Do what was ruled, and `also` in the same transaction; tells after the commit.

    Raises Conflict where the thing is another by now, and what `also` raises.
    """
    await _act_of(app, app[CONTENT][content.type], content, ruling)(also)


def is_of_edit(content: Content, ruling: Ruling, item: dict[str, Any]) -> bool:
    """Whether a ruling refuses a change that waits, and leaves what stands before it: what was put before the moderator
    decides. An item that the change opened is about the change alone; what people flagged, or somebody was called for,
    is what is shown, and to hide it takes down both.
    """
    waits = content.pending is not None and content.state is State.PUBLISHED
    return ruling.action in HIDING and waits and item["cause"] == _BY_ITSELF and not item["flags"]


def _act_of(app: web.Application, thing: Moderated, content: Content, ruling: Ruling) -> Act:
    action = ruling.action
    if action in HIDING:
        return _hiding(app, thing, content, ruling)
    if action is Action.EDIT:
        return lambda also: thing.edit(app, content, ruling.body or "", also, by_staff=True)
    if action is Action.LOCK:
        return lambda also: thing.lock(app, content, locked=True, also=also)
    if action in (Action.APPROVE, Action.WARN) and content.waits:
        return partial(thing.approve, app, content)
    if action is Action.APPROVE and content.state is State.HIDDEN:
        return partial(thing.restore, app, content)
    return partial(record_only, app)


def _hiding(app: web.Application, thing: Moderated, content: Content, ruling: Ruling) -> Act:
    if content.state is State.HELD or ruling.of_edit:
        return partial(thing.refuse, app, content, ruling.reason)
    if content.state is State.PUBLISHED:
        return partial(thing.hide, app, content, ruling.reason)
    return partial(record_only, app)


async def record_only(app: web.Application, also: Also) -> None:
    """Nothing happens to the thing itself; only what is written down, and told."""
    await tell_all(app, await atomic(also))


def exclusion_of(decision: dict[str, Any]) -> Exclusion | None:
    """Whether a decision keeps the author out of the place; to `remove` them without an end is a ban instead."""
    action = Action(decision["action"])
    is_banned = action is Action.REMOVE and decision["until"] is None
    kind = KEEPING_OUT.get(action) or (action if action in (Action.SILENCE, Action.REMOVE) and not is_banned else None)
    if kind is None:
        return None
    by, role = str(decision["actor_id"]), str(decision["actor_role"])
    return Exclusion(kind, decision["reason"], by, role, decision["id"], decision["until"])
