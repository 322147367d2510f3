"""Writing down what was decided, with everything that belongs to it, in the transaction that carries it out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.permissions import READER, Viewer
from moderation.appeals.ending import end_appeal_against
from moderation.community_rules import VERSION, check_clause
from moderation.content import Content, Line, State, Tell
from moderation.decisions import store
from moderation.decisions.author_notices import tell_author
from moderation.decisions.case import Case
from moderation.decisions.consequences import count, uncount
from moderation.decisions.ending_item import end_item, ended_by, item_of
from moderation.decisions.ruling import KEEPING_OUT, Action, Ruling
from moderation.decisions.usual_clauses import usual_clause
from moderation.evidence.service import keep
from moderation.items.kinds import Kind

JSON = dict[str, Any]
_ENDED: Final = frozenset({Action.SILENCE, Action.REMOVE, *KEEPING_OUT})
"""Decisions whose `seconds` say when they end by themselves."""


async def record(
    viewer: Viewer | None, content: Content, ruling: Ruling, lines: Sequence[Line] = ()
) -> tuple[JSON, Sequence[Tell]]:
    """Write down a ruling about a thing as it was fetched; gives the decision's row, and what to tell after the commit.

    Inside the transaction that carries it out, after the caller has checked that this viewer may; None: a rule decides,
    and no person. `lines` are what stands around the thing. Ends the thing's open item, if there is one. Raises Decided
    where somebody was first or the item's version is another, and Invalid for an unknown clause.
    """
    check_clause(ruling.clause)
    before = await _superseded(content, ruling)
    ended_before = await ended_by(before) if before else None
    ruling = replace(ruling, supersedes=before["id"] if before else None)
    item = await item_of(content, ruling)
    ruling = replace(ruling, clause=ruling.clause or usual_clause(ruling.action, item["kind"] if item else ""))
    case = Case(viewer or READER, content, ruling, item)
    decision = await _add(case)
    told = await end_item(case, decision)
    await _keep(case, decision, lines)
    await _audit(case, decision)
    ended = None if case.goes_on else case.item
    if before is not None:
        told += await uncount(before, ended_before)
        if ruling.action not in KEEPING_OUT:  # somebody kept out for another time still has their appeal
            await end_appeal_against(before["id"], case.viewer.id, decision["id"])
    return decision, [*told, *await count(decision, ended), *await tell_author(content, decision, before)]


async def _superseded(content: Content, ruling: Ruling) -> JSON | None:
    """What the ruling takes the place of: showing something again, that by which it was taken down."""
    if ruling.supersedes is not None:
        await store.hold_decision(ruling.supersedes)
        return await store.find_decision(ruling.supersedes)
    shows_again = ruling.action is Action.RESTORE or (
        ruling.action is Action.APPROVE and content.state is State.HIDDEN and not content.waits
    )
    return await store.last_that_took_down(content.type, content.id) if shows_again else None


async def _add(case: Case) -> JSON:
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
        of_edit=ruling.of_edit,
    )


def _until(ruling: Ruling) -> datetime | None:
    ends = ruling.action in _ENDED and ruling.seconds is not None
    return clock.now() + timedelta(seconds=ruling.seconds or 0) if ends else None


async def _keep(case: Case, decision: JSON, lines: Sequence[Line]) -> None:
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


async def _audit(case: Case, decision: JSON) -> None:
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
