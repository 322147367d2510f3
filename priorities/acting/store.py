"""Every query of priorities and of what was done about them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from foundation import clock
from foundation.database import dialect
from foundation.queries import Query
from priorities.acting.models import Action, Priority, Status

JSON = dict[str, Any]
UNDER_WAY = (Status.OPEN, Status.REVIEWING)
"""What a team works on still, or has just been asked about."""
PRIORITY = (
    "id", "force_id", "neighbourhood_id", "round_id", "option_id", "position", "title", "issue", "issue_html",
    "issued_on", "owner_role", "owner_rank", "owner_id", "promise", "next_update_on", "status", "status_since",
    "external_id", "carried_to_id", "created_at", "version",
)  # fmt: skip
ACTION = (
    "id", "priority_id", "author_id", "partner", "body", "html", "figures", "pictures", "done_on", "state",
    "client_id", "created_at", "edited_at", "version",
)  # fmt: skip
_HELD = Query(
    "SELECT 1 AS held FROM review_item WHERE target_type = 'action' AND target_id = ? AND case_id IS NOT NULL LIMIT 1"
)
_LOCK = Query("SELECT id FROM priority WHERE id = ? FOR UPDATE")


async def find_priority(priority_id: str) -> JSON | None:
    """A priority as it is now."""
    rows = await Priority.filter(id=priority_id).values(*PRIORITY)
    return rows[0] if rows else None


async def lock_priority(priority_id: str) -> JSON | None:
    """The same, for this transaction alone; on SQLite one transaction writes at a time."""
    if dialect() != "sqlite":
        await _LOCK.rows(priority_id)
    return await find_priority(priority_id)


async def set_priority(priority_id: str, version: int, **columns: Any) -> None:
    """Change a row that was locked at this version."""
    await Priority.filter(id=priority_id).update(version=version + 1, **columns)


async def end_priority(priority_id: str, version: int, status: Status) -> None:
    """Its review is over: met, or not."""
    await set_priority(priority_id, version, status=status, status_since=clock.now())


async def of_neighbourhood(neighbourhood: str, statuses: Collection[Status], most: int = 100) -> list[JSON]:
    """The priorities of a neighbourhood in these states, the latest agreed first, those of one round in its order."""
    found = Priority.filter(neighbourhood_id=neighbourhood, status__in=list(statuses))
    return await found.order_by("-issued_on", "position", "id").limit(most).values(*PRIORITY)


async def of_force(force: str, most: int) -> list[JSON]:
    """Those of all neighbourhoods of a force where something was last agreed or decided, the latest first."""
    return (
        await Priority.filter(force_id=force).order_by("-status_since", "position", "id").limit(most).values(*PRIORITY)
    )


async def of_round(round_id: str) -> list[JSON]:
    """The priorities that a round came to, in their order."""
    return await Priority.filter(round_id=round_id).order_by("position", "id").values(*PRIORITY)


async def page_of_neighbourhood(neighbourhood: str, after: str, most: int) -> list[JSON]:
    """All of a neighbourhood by their ids, the newest first; `after`: the last id of the page before."""
    found = Priority.filter(neighbourhood_id=neighbourhood, id__lt=after or "~")
    return await found.order_by("-id").limit(most).values(*PRIORITY)


async def late_on(today: date, after: str, most: int) -> list[JSON]:
    """Priorities that are worked on and whose next update was due before today, by id."""
    late = Priority.filter(status=Status.OPEN, next_update_on__lt=today, id__gt=after)
    return await late.order_by("id").limit(most).values(*PRIORITY)


async def find_action(action_id: str) -> JSON | None:
    """An action in any state."""
    rows = await Action.filter(id=action_id).values(*ACTION)
    return rows[0] if rows else None


async def held_by_case(action_id: str) -> bool:
    """Whether a sealed case held an action that is not shown: outside of the queue nobody but its author reads it."""
    return bool(await _HELD.rows(action_id))


async def find_by_client_id(priority_id: str, client_id: str) -> JSON | None:
    """What was sent under this id of its client's before."""
    rows = await Action.filter(priority_id=priority_id, client_id=client_id).values(*ACTION)
    return rows[0] if rows else None


async def actions_by(ids: Collection[str]) -> list[JSON]:
    """Actions by their ids, in any state."""
    return await Action.filter(id__in=list(ids)).order_by("id").values(*ACTION) if ids else []


async def priorities_by(ids: Collection[str]) -> dict[str, JSON]:
    """Priorities by their ids."""
    rows = await Priority.filter(id__in=list(ids)).values(*PRIORITY) if ids else []
    return {row["id"]: row for row in rows}


async def actions_of(priority_ids: Sequence[str]) -> list[JSON]:
    """What was done about these, as it is shown, the latest day first."""
    if not priority_ids:
        return []
    shown = Action.filter(priority_id__in=list(priority_ids), state="published")
    return await shown.order_by("-done_on", "-id").values(*ACTION)


async def set_action(action_id: str, version: int, **columns: Any) -> None:
    """Change an action that was read at this version under its priority's lock."""
    await Action.filter(id=action_id).update(version=version + 1, **columns)


async def last_change_of(neighbourhood: str) -> datetime:
    """When something of a neighbourhood's priorities last changed its state; now where there are none."""
    rows = (
        await Priority.filter(neighbourhood_id=neighbourhood).order_by("-status_since").limit(1).values("status_since")
    )
    return rows[0]["status_since"] if rows else clock.now()
