"""What becomes of a thing's review item by a decision about it: it ends, or waits on. In the decision's transaction."""

from typing import Any

from foundation import clock
from moderation.content import Content, Tell
from moderation.decisions import store
from moderation.decisions.case import LATER, Case
from moderation.decisions.decided import Decided
from moderation.decisions.ruling import Action, Ruling
from moderation.items import store as items
from moderation.items.broadcast import queue_changed
from moderation.items.kinds import Kind, time_to_decide
from moderation.paging.service import seen_in

JSON = dict[str, Any]


async def item_of(content: Content, ruling: Ruling) -> JSON | None:
    """The item that a ruling is about: the one that was read, or the thing's open one."""
    if ruling.item is not None:
        return await items.find_item(ruling.item)
    return None if ruling.action in LATER else await items.find_open_item(content.type, content.id)


async def ended_by(decision: JSON) -> JSON | None:
    """The item that a decision ended; None where it waited on, or there was none."""
    item = await items.find_item(decision["item_id"]) if decision["item_id"] else None
    return item if item and item["decision_id"] == decision["id"] else None


async def end_item(case: Case, decision: JSON) -> list[Tell]:
    """The item is decided, or waits on for somebody else; moderators' screens follow, and whoever decides has looked.

    Raises Decided where somebody was first, or the item is another than was read.
    """
    told = await _decided(case, decision)
    if case.item and case.is_human:
        told += await seen_in(case.viewer, case.item)
    return told


async def _decided(case: Case, decision: JSON) -> list[Tell]:
    item, ruling = case.item, case.ruling
    if item is None or ruling.action in LATER:
        return []
    if case.goes_on:
        changes = _waiting_on(case, item)
        done = await items.set_item(_as_read(item, ruling), **changes)
    else:
        changes = {"state": "decided", "claimed_by_id": None}
        done = await items.close_item(
            item["id"], ruling.version, decision=decision["id"], state="decided", at=decision["at"]
        )
    if not done:
        raise Decided(await store.last_on_item(item["id"], before=decision["id"]))
    changed = {**item, **changes}
    return [lambda app: queue_changed(app, changed["force_id"], changed)]


def _as_read(item: JSON, ruling: Ruling) -> JSON:
    return item if ruling.version is None else {**item, "version": ruling.version}


def _waiting_on(case: Case, item: JSON) -> JSON:
    """Due again from now, and of another version: nobody decides about what has been passed on unseen."""
    now = clock.now()
    due = now + time_to_decide(Kind(item["kind"]), live=case.content.live)
    due = min(due, item["due_at"]) if case.is_preliminary else due
    escalated = case.ruling.to if case.ruling.action is Action.ESCALATE else item["escalated_to"]
    let_go: JSON = {"claimed_by_id": None, "claimed_until": None}
    return {"escalated_to": escalated, "due_at": due, "changed_at": now, "version": item["version"] + 1, **let_go}
