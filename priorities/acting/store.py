"""Every query of priorities and of what was done about them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from foundation import clock
from priorities.acting.models import Action, Priority, PriorityFollower, Status
from priorities.acting.priority_rows import ACTION, PRIORITY, UNDER_WAY, readable

JSON = dict[str, Any]


async def set_priority(priority_id: str, version: int, **columns: Any) -> None:
    """Change a row that was locked at this version."""
    await Priority.filter(id=priority_id).update(version=version + 1, **columns)


async def end_priority(priority_id: str, version: int, status: Status) -> None:
    """Its review is over: met, or not."""
    await set_priority(priority_id, version, status=status, status_since=clock.now())


async def of_neighbourhood(neighbourhood: str, statuses: Collection[Status], most: int = 100) -> list[JSON]:
    """The priorities of a neighbourhood in these states, the latest agreed first, those of one round in its order."""
    found = Priority.filter(neighbourhood_id=neighbourhood, status__in=list(statuses))
    dated = found.filter(issued_on__not_isnull=True).order_by("-issued_on", "position", "id")
    rows = await dated.limit(most).values(*PRIORITY)
    if len(rows) < most:
        # Those without a day come last: the databases don’t agree on where they stand.
        rest = found.filter(issued_on=None).order_by("position", "id")
        rows += await rest.limit(most - len(rows)).values(*PRIORITY)
    return await readable(rows)


async def of_round(round_id: str) -> list[JSON]:
    """The priorities that a round came to, in their order."""
    return await readable(await Priority.filter(round_id=round_id).order_by("position", "id").values(*PRIORITY))


async def page_of_neighbourhood(neighbourhood: str, after: str, most: int) -> list[JSON]:
    """All of a neighbourhood by their ids, the newest first; `after`: the last id of the page before."""
    found = Priority.filter(neighbourhood_id=neighbourhood, id__lt=after or "~")
    return await readable(await found.order_by("-id").limit(most).values(*PRIORITY))


async def late_on(today: date, after: str, most: int) -> list[JSON]:
    """Priorities that are not over and whose next update was due before today, by id."""
    late = Priority.filter(status__in=UNDER_WAY, next_update_on__lt=today, id__gt=after)
    return await readable(await late.order_by("id").limit(most).values(*PRIORITY))


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
    return {row["id"]: row for row in await readable(rows)}


async def actions_of(priority_ids: Sequence[str]) -> list[JSON]:
    """What was done about these, as it is shown, the latest day first."""
    if not priority_ids:
        return []
    shown = await Action.filter(priority_id__in=list(priority_ids), state="published").values(*ACTION)
    # Here, and not by the databases: one has those without a day first, the other last.
    return sorted(shown, key=lambda row: (row["done_on"] or date.min, row["id"]), reverse=True)


async def taken_back(priority_id: str) -> list[datetime]:
    """When actions were taken back that people could read here, the last first."""
    found = Action.filter(priority_id=priority_id, state="withdrawn", withdrawn_at__not_isnull=True)
    rows = await found.order_by("-withdrawn_at", "-id").values("withdrawn_at")
    return [row["withdrawn_at"] for row in rows]


async def set_day_of(action_id: str, day: date, before: date | None) -> None:
    """The day of the next update that an action brings, and the one that it took the place of, if it did."""
    await Action.filter(id=action_id).update(next_update_on=day, next_update_before=before)


async def set_action(action_id: str, version: int, **columns: Any) -> None:
    """Change an action that was read at this version under its priority's lock."""
    await Action.filter(id=action_id).update(version=version + 1, **columns)


async def next_ids(after: str, most: int) -> list[str]:
    """The ids of priorities after this one, in their order."""
    found = Priority.filter(id__gt=after).order_by("id").limit(most)
    return [str(id_) for id_ in await found.values_list("id", flat=True)]


async def unfollow_all_of(person: str) -> None:
    """Somebody follows no priority any more. Inside a transaction."""
    await PriorityFollower.filter(person_id=person).delete()
