"""Queries of what was said and done."""

from collections.abc import Collection
from typing import Any

from foundation.queries import Query
from priorities.acting.models import Priority, Status, Words
from priorities.acting.priority_rows import PRIORITY, priority_taken_down, readable
from priorities.closing.models import Close
from priorities.option_rows import TAKEN_DOWN, taken_down

JSON = dict[str, Any]
_ACTIONS = """
    SELECT action.id, action.priority_id, action.author_id, action.partner, action.html, action.done_on,
           action.created_at, action.edited_at, priority.title, priority.neighbourhood_id,
           proposal.state AS proposal_state, priority.state AS priority_state
    FROM priority_action AS action JOIN priority ON priority.id = action.priority_id
    LEFT JOIN priority_proposal AS proposal ON proposal.id = priority.option_id
    WHERE action.state = 'published' AND
    """
_LATEST = "ORDER BY action.id DESC LIMIT ?"
_OF_NEIGHBOURHOOD = Query(_ACTIONS, "priority.neighbourhood_id = ?", _LATEST, moments=("created_at", "edited_at"))
_OF_FORCE = Query(_ACTIONS, "priority.force_id = ?", _LATEST, moments=("created_at", "edited_at"))
_COUNTS = """
    SELECT COUNT(*) AS agreed, COALESCE(SUM(CASE WHEN status = 'met' THEN 1 ELSE 0 END), 0) AS met,
           COALESCE(SUM(CASE WHEN status = 'unmet' THEN 1 ELSE 0 END), 0) AS unmet,
           COALESCE(SUM(CASE WHEN status IN ('open', 'reviewing') THEN 1 ELSE 0 END), 0) AS under_way,
           COALESCE(SUM(CASE WHEN status IN ('open', 'reviewing') AND next_update_on < ? THEN 1 ELSE 0 END), 0) AS late
    FROM priority WHERE status <> 'closed' AND
    """
_COUNT_PLACE = Query(_COUNTS, "neighbourhood_id = ?")
_COUNT_FORCE = Query(_COUNTS, "force_id = ?")


async def priorities_here(neighbourhood: str, before: str, most: int, *, closed: bool = True) -> list[JSON]:
    """The priorities of a neighbourhood, the newest first; `before`: the last id of the page before.

    `closed`: with those that the police closed.
    """
    found = Priority.filter(neighbourhood_id=neighbourhood, id__lt=before or "~")
    found = found if closed else found.exclude(status=Status.CLOSED)
    return await readable(await found.order_by("-id").limit(most).values(*PRIORITY))


async def priorities_in_force(force: str, before: str, most: int, *, closed: bool = True) -> list[JSON]:
    """The same of all neighbourhoods of a force."""
    found = Priority.filter(force_id=force, id__lt=before or "~")
    found = found if closed else found.exclude(status=Status.CLOSED)
    return await readable(await found.order_by("-id").limit(most).values(*PRIORITY))


async def counts(*, neighbourhood: str = "", force: str = "", today: Any) -> JSON:
    """How many were agreed, how many of them met, unmet, under way, and late today."""
    rows = await (_COUNT_PLACE.rows(today, neighbourhood) if neighbourhood else _COUNT_FORCE.rows(today, force))
    return rows[0]


async def votes_for(rounds: Collection[str]) -> dict[str, tuple[int, int]]:
    """By the id of an option of these rounds: how many ballots approve of it, of how many, where that was counted.

    Not where votes are points: these are no people.
    """
    closes = await Close.filter(id__in=list(rounds)).values("result", "ballots") if rounds else []
    return {
        one["id"]: (int(one["votes"]), int(close["ballots"]))
        for close in closes
        if close["result"]["equal_shares"] is not None
        for one in close["result"]["plain"]
    }


async def latest_actions(*, neighbourhood: str = "", force: str = "", most: int) -> list[JSON]:
    """What was done last in a neighbourhood, or in all of a force, the last written first."""
    rows = await (_OF_NEIGHBOURHOOD.rows(neighbourhood, most) if neighbourhood else _OF_FORCE.rows(force, most))
    return [row | _title(row) for row in rows]


def _title(row: JSON) -> JSON:
    if row["priority_state"] == Words.HIDDEN:
        return {"title": priority_taken_down()}
    return {"title": taken_down()} if row["proposal_state"] in TAKEN_DOWN else {}
