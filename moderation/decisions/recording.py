"""Writing down what was decided, with everything that belongs to it, in the transaction that carries it out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import READER, Viewer
from moderation.appeals.ending import end_appeal_against
from moderation.community_rules import VERSION, find_clause
from moderation.content import Content, Line, State, Tell
from moderation.decisions import store
from moderation.decisions.consequences import count, uncount
from moderation.decisions.decided import Decided
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.telling import tell_author
from moderation.evidence.service import keep
from moderation.items import store as items
from moderation.items.broadcast import queue_changed
from moderation.items.kinds import Kind, time_to_decide
from moderation.paging.service import seen_in

JSON = dict[str, Any]
_ENDED = (Action.SILENCE, Action.REMOVE)
"""Decisions whose `seconds` say when they end by themselves."""
_LATER = (Action.UNDO, Action.OVERTURN)
"""What comes of an earlier decision: an item that is open by then waits for something else."""


@dataclass(frozen=True, slots=True)
class _Case:
    """One decision while it is written down."""

    viewer: Viewer
    content: Content
    ruling: Ruling
    item: JSON | None

    @property
    def is_human(self) -> bool:
        return self.viewer.id is not None

    @property
    def is_preliminary(self) -> bool:
        """A rule decided, or the author themselves: hosts may take their own words down, and end nothing by it."""
        return not self.is_human or self.viewer.id == self.content.author_id

    @property
    def goes_on(self) -> bool:
        """Whether the item waits on: for a person where a rule or the author decided, for somebody else, or because its
        words still wait to be read.
        """
        passed_on = self.ruling.action is Action.ESCALATE or self.is_preliminary
        return passed_on or (self.ruling.action is Action.LOCK and self.content.waits)


async def record(
    viewer: Viewer | None, content: Content, ruling: Ruling, lines: Sequence[Line] = ()
) -> tuple[JSON, Sequence[Tell]]:
    """Write down a ruling about a thing as it was fetched; gives the decision's row, and what to tell after the commit.

    Inside the transaction that carries it out, after the caller has checked that this viewer may; None: a rule decides,
    and no person. `lines` are what stands around the thing. Ends the thing's open item, if there is one. Raises Decided
    where somebody was first or the item's version is another, and Invalid for an unknown clause.
    """
    if ruling.clause and find_clause(ruling.clause) is None:
        raise Invalid.at("clause", _("There is no such rule. Choose one of the community rules."))
    before = await _superseded(content, ruling)
    ended_before = await _ended_by(before) if before else None
    ruling = replace(ruling, supersedes=before["id"] if before else None)
    case = _Case(viewer or READER, content, ruling, await _item_of(content, ruling))
    decision = await _add(case)
    told = await _end_item(case, decision)
    if case.item and case.is_human:
        told += await seen_in(case.viewer, case.item)
    await _keep(case, decision, lines)
    await _audit(case, decision)
    ended = None if case.goes_on else case.item
    if before is not None:
        told += await uncount(before, ended_before)
        await end_appeal_against(before["id"], case.viewer.id, decision["id"])
    return decision, [*told, *await count(decision, ended), *await tell_author(content, decision, before)]


async def _superseded(content: Content, ruling: Ruling) -> JSON | None:
    """What the ruling takes the place of: showing something again, that by which it was taken down."""
    if ruling.supersedes is not None:
        return await store.find_decision(ruling.supersedes)
    shows_again = ruling.action is Action.RESTORE or (
        ruling.action is Action.APPROVE and content.state is State.HIDDEN and not content.waits
    )
    return await store.last_that_took_down(content.type, content.id) if shows_again else None


async def _ended_by(decision: JSON) -> JSON | None:
    """The item that a decision ended; None where it waited on, or there was none."""
    item = await items.find_item(decision["item_id"]) if decision["item_id"] else None
    return item if item and item["decision_id"] == decision["id"] else None


async def _item_of(content: Content, ruling: Ruling) -> JSON | None:
    if ruling.item is not None:
        return await items.find_item(ruling.item)
    return None if ruling.action in _LATER else await items.find_open_item(content.type, content.id)


async def _add(case: _Case) -> JSON:
    content, ruling, item = case.content, case.ruling, case.item or {}
    return await store.add_decision(
        target_type=content.type,
        target_id=content.id,
        revision=content.revision,
        author_id=content.author_id,
        action=ruling.action,
        clause=ruling.clause,
        rules_version=VERSION,
        reason=ruling.reason,
        note=ruling.note,
        seconds=ruling.seconds,
        actor_id=case.viewer.id,
        actor_role=case.viewer.role,
        supersedes_id=ruling.supersedes,
        item_id=item.get("id"),
        item_version=item.get("version") if ruling.version is None else ruling.version,
        kind=item.get("kind", ""),
        force_id=content.force_id,
        neighbourhood_id=content.neighbourhood_id,
        place_type=content.place_type,
        place_id=content.place_id,
        was=content.state,
        opened_at=item.get("opened_at"),
        until=_until(ruling),
        to=ruling.to,
    )


def _until(ruling: Ruling) -> datetime | None:
    ends = ruling.action in _ENDED and ruling.seconds is not None
    return clock.now() + timedelta(seconds=ruling.seconds or 0) if ends else None


async def _end_item(case: _Case, decision: JSON) -> list[Tell]:
    """The item is decided, or waits on for somebody else; its moderators' screens follow."""
    item, ruling = case.item, case.ruling
    if item is None or ruling.action in _LATER:
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


def _waiting_on(case: _Case, item: JSON) -> JSON:
    """Due again from now, and of another version: nobody decides about what has been passed on unseen."""
    now = clock.now()
    due = now + time_to_decide(Kind(item["kind"]), live=case.content.live)
    due = min(due, item["due_at"]) if case.is_preliminary else due
    escalated = case.ruling.to if case.ruling.action is Action.ESCALATE else item["escalated_to"]
    let_go: JSON = {"claimed_by_id": None, "claimed_until": None}
    return {"escalated_to": escalated, "due_at": due, "changed_at": now, "version": item["version"] + 1, **let_go}


async def _keep(case: _Case, decision: JSON, lines: Sequence[Line]) -> None:
    """What the decision was about, as it stood."""
    item = case.item or {}
    await keep(
        case.content,
        lines,
        why="decided",
        kind=item.get("kind", Kind.OTHER),
        item_id=item.get("id"),
        decision_id=decision["id"],
        case_id=item.get("case_id"),
    )


async def _audit(case: _Case, decision: JSON) -> None:
    names = ("clause", "item_id", "supersedes_id", "seconds", "to")
    known = {name: decision[name] for name in names if decision[name] is not None and decision[name] != ""}
    await add_entry(
        act=f"{case.content.type}.{decision['action']}",
        actor=case.viewer,
        subject_type=case.content.type,
        subject_id=case.content.id,
        reason=decision["reason"],
        details={"decision": decision["id"], **known},
    )
