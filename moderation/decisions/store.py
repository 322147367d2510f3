"""Every query and insert about decisions. None is ever changed: a later one on the same thing supersedes it."""

from collections.abc import Collection
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from moderation.decisions.ruling import TAKING_DOWN, Action
from moderation.models import Decision

JSON = dict[str, Any]
_KEEPING_OUT = (Action.SILENCE, Action.REMOVE)


async def add_decision(**values: Any) -> JSON:
    """Insert a decision and give its row; inside a transaction."""
    decision = await Decision.create(id=new_id(), at=clock.now(), **values)
    return {name: getattr(decision, name) for name in Decision._meta.fields_map}


async def find_decision(decision: str) -> JSON | None:
    return await Decision.filter(id=decision).first().values()


async def hold_decision(decision: str) -> None:
    """Keep others who would take the place of a decision, in any process, waiting for the end of the transaction."""
    await Decision.filter(id=decision).select_for_update().only("id")


async def decisions_by_id(ids: Collection[str]) -> dict[str, JSON]:
    rows = await Decision.filter(id__in=list(ids)).values() if ids else []
    return {row["id"]: row for row in rows}


async def last_on_item(item: str, before: str) -> JSON | None:
    """What was decided last about a review item, the decision `before` apart."""
    return await Decision.filter(item_id=item).exclude(id=before).order_by("-id").first().values()


async def successor_of(decision: str) -> JSON | None:
    """The decision that took the place of this one."""
    return (await successors_of([decision])).get(decision)


async def successors_of(decisions: Collection[str]) -> dict[str, JSON]:
    """The same for many, by the id of the first. One that was taken back itself took nothing's place."""
    found = await _superseding(decisions)
    taken_back = {row["supersedes_id"] for row in await _superseding([row["id"] for row in found], action=Action.UNDO)}
    return {row["supersedes_id"]: row for row in reversed(found) if row["id"] not in taken_back}


async def _superseding(decisions: Collection[str], **which: Action) -> list[JSON]:
    found = Decision.filter(supersedes_id__in=list(decisions), **which).order_by("id") if decisions else None
    return await found.values() if found else []


async def cases_of(decisions: Collection[str]) -> dict[str, str]:
    """Which of these decisions are about a sealed case, and which case: by the decision's id."""
    rows = await _CASES.rows(list(decisions)) if decisions else []
    return {row["id"]: row["case_id"] for row in rows}


_CASES = Query(
    """
    SELECT decision.id, item.case_id FROM decision JOIN review_item item ON item.id = decision.item_id
    WHERE decision.id IN ? AND item.case_id IS NOT NULL
    """
)


async def last_that_took_down(target_type: str, target: str) -> JSON | None:
    """The decision by which a thing is not shown now, if it was not superseded, and was about the thing alone.

    Where it keeps its author out as well, it stands: to show the words again lets nobody in, and they may still appeal.
    """
    found = Decision.filter(target_type=target_type, target_id=target, action__in=list(TAKING_DOWN))
    last = await found.order_by("-id").first().values()
    if last is None or last["action"] in _KEEPING_OUT:
        return None
    return last if await successor_of(last["id"]) is None else None


async def removals_for_good(author: str, force: str) -> list[JSON]:
    """The decisions that stand by which somebody is kept out of all of a force's places, newest first."""
    found = Decision.filter(author_id=author, force_id=force, action=Action.REMOVE, until=None)
    rows = await found.order_by("-id").values()
    later = await successors_of([row["id"] for row in rows])
    return [row for row in rows if row["id"] not in later]


async def decisions_on(target_type: str, target: str) -> list[JSON]:
    """What was decided about one thing, oldest first: the last one holds."""
    return await Decision.filter(target_type=target_type, target_id=target).order_by("at", "id").values()


async def decisions_about(author: str, before: str | None, most: int) -> list[JSON]:
    """What was decided about somebody's words, newest first."""
    found = Decision.filter(author_id=author, **({"id__lt": before} if before else {}))
    return await found.order_by("-id").limit(most).values()
