"""Taking a decision back within two minutes."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, Final

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation import clock
from foundation.errors import Conflict, NotFound
from foundation.language import _
from foundation.permissions import MODERATORS, Viewer
from moderation.content import Also, Content, Tell, fetch_content
from moderation.decisions import store
from moderation.decisions.decided import Decided
from moderation.decisions.escalating import asked_of, untell_asked
from moderation.decisions.policy import access_decision
from moderation.decisions.putting_back import put_back
from moderation.decisions.recording import record
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.shown import with_the_first
from moderation.decisions.taking_back import take_back_effects
from moderation.items import store as items
from moderation.items.broadcast import queue_changed
from moderation.queue.policy import access_item_to_decide, access_queue
from moderation.sealed.reading import check_readable

JSON = dict[str, Any]
UNDONE_WITHIN: Final = timedelta(minutes=2)


async def undo(app: web.Application, viewer: Viewer, decision_id: str) -> None:
    """Take back a decision of the last two minutes, one's own or another moderator's: its item waits again.

    The thing is as it was, its author readmitted, its place open again. Raises NotFound, NotAllowed (one's own words, a
    sealed case), Decided (somebody has already) and Conflict (too late, or the thing has changed).
    """
    decision = await access_decision(viewer, decision_id)
    if decision["item_id"] and viewer.role in MODERATORS:
        await access_item_to_decide(await access_queue(viewer), decision["item_id"])
    await _check_young(decision)
    target = (decision["target_type"], decision["target_id"])
    content = (await fetch_content(app, [target])).get(target)
    if content is None:
        raise NotFound(_("What this was about is gone for good, so nothing can be brought back."))
    await check_readable(app, viewer, content)
    asked = await _asked(app, content, decision)
    also = partial(_write_down, app, viewer, content, decision, asked)
    try:
        await _put_back(app, content, decision, also)
    except Conflict as refusal:
        first = await store.successor_of(decision_id)
        raise (await with_the_first(Decided(first)) if first else refusal) from None


async def _put_back(app: web.Application, content: Content, decision: JSON, also: Also) -> None:
    try:
        await put_back(app, content, decision, also, right=False)
    except IntegrityError:
        # Somebody flagged it at the same moment: now the item that they opened is found, which waits instead.
        await put_back(app, content, decision, also, right=False)


async def _check_young(decision: JSON) -> None:
    if decision["action"] in (Action.UNDO, Action.OVERTURN):
        raise Conflict(_("This took back another decision. Decide anew instead."))
    if decision["action"] == Action.READMIT and decision["supersedes_id"] is None:
        raise Conflict(_("This can’t be taken back. Silence or remove the person anew."))
    if first := await store.successor_of(decision["id"]):
        raise await with_the_first(Decided(first))
    if clock.now() - decision["at"] > UNDONE_WITHIN:
        raise Conflict(_("A decision can be taken back for two minutes. Decide anew, or wait for an appeal."))


async def _asked(app: web.Application, content: Content, decision: JSON) -> Collection[str]:
    if decision["action"] != Action.ESCALATE:
        return []
    return await asked_of(app, content, decision["to"], str(decision["actor_id"]))


async def _write_down(
    app: web.Application, viewer: Viewer, content: Content, decision: JSON, asked: Collection[str]
) -> Sequence[Tell]:
    await store.hold_decision(decision["id"])
    if first := await store.successor_of(decision["id"]):
        raise Decided(first)
    ruling = Ruling(Action.UNDO, supersedes=decision["id"], item=decision["item_id"])
    # First, while its item can still be told from one that it never ended.
    _made, told = await record(viewer, content, ruling)
    tells = [*await _open_again(decision), *await take_back_effects(app, viewer, content, decision)]
    return [*told, *tells, *await untell_asked(asked, decision)]


async def _open_again(decision: JSON) -> Sequence[Tell]:
    """Its item waits again, unless it never ended, or something else is open for the thing by now: that then waits."""
    item = await items.find_item(decision["item_id"]) if decision["item_id"] else None
    if item is None or (item["state"] == "open" and decision["action"] != Action.ESCALATE):
        return []
    if not await _reopened(item, decision):
        other = await items.find_open_item(decision["target_type"], decision["target_id"])
        if other is None or other["id"] == item["id"]:
            raise Decided(None)
        return []
    again = await items.find_item(item["id"]) or item
    return [lambda app: queue_changed(app, again["force_id"], again)]


async def _reopened(item: JSON, decision: JSON) -> bool:
    if decision["action"] == Action.ESCALATE:
        return await items.take_back_escalation(item, decision["to"], clock.now())
    other = await items.find_open_item(decision["target_type"], decision["target_id"])
    return other is None and await items.reopen_item(item, decision["id"], clock.now())
