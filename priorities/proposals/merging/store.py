"""Every query of proposals that were put together, and of what their supporters said to it."""

from collections.abc import Collection
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from priorities.proposals.models import Merge

JSON = dict[str, Any]
_MOMENTS = ("at", "undone_at")
_MERGE = "SELECT id, retired_id, into_id, reason, by_id, at, undone_at FROM priority_merge WHERE"
_STANDING = Query(_MERGE, "retired_id IN ? AND undone_at IS NULL ORDER BY id DESC", moments=_MOMENTS)
_INTO = Query(_MERGE, "into_id IN ? AND undone_at IS NULL ORDER BY id", moments=_MOMENTS)
_HISTORY = Query(_MERGE, "retired_id = ? OR into_id = ? ORDER BY id", moments=_MOMENTS)
_SUPPORTS = Query("SELECT 1 AS yes FROM priority_support WHERE proposal_id = ? AND person_id = ?")
_ANSWER = Query("SELECT moved FROM priority_merge_answer WHERE merge_id = ? AND person_id = ?", truths=("moved",))
_SET_ANSWER = Query(
    """
    INSERT INTO priority_merge_answer (id, merge_id, person_id, moved, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (merge_id, person_id) DO UPDATE SET moved = excluded.moved, at = excluded.at
    """
)
_MOVE = Query(
    """
    INSERT INTO priority_support (id, proposal_id, person_id, moved_from_id, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (proposal_id, person_id) DO NOTHING
    """
)
_COUNT_MOVED = Query(
    "SELECT merge_id, COUNT(*) AS moved FROM priority_merge_answer WHERE merge_id IN ? AND moved = ? GROUP BY merge_id"
)
_MOVED_PEOPLE = Query("SELECT person_id FROM priority_merge_answer WHERE merge_id = ? AND moved = ?")
_TAKE_BACK_OF = Query(
    "DELETE FROM priority_support WHERE proposal_id = ? AND person_id = ? AND moved_from_id IN ? RETURNING id"
)
_TAKE_BACK = Query("DELETE FROM priority_support WHERE proposal_id = ? AND moved_from_id IN ?")
_CAME = Query(
    "SELECT person_id, moved_from_id FROM priority_support WHERE proposal_id IN ? AND moved_from_id IN ? ORDER BY id"
)


async def add_merge(retired_id: str, into_id: str, reason: str, by: str) -> str:
    """Note that a proposal was put together with another one: the note’s id."""
    row = await Merge.create(
        id=new_id(), retired_id=retired_id, into_id=into_id, reason=reason, by_id=by, at=clock.now()
    )
    return str(row.id)


async def standing_merges(retired: Collection[str]) -> dict[str, JSON]:
    """By which merge each of these proposals went into another one."""
    rows = await _STANDING.rows(sorted(set(retired))) if retired else []
    return {row["retired_id"]: row for row in rows}


async def merges_into(ids: Collection[str]) -> list[JSON]:
    """What was put into these proposals and stands, in its order."""
    return await _INTO.rows(sorted(set(ids))) if ids else []


async def history_of(proposal_id: str) -> list[JSON]:
    """Every time that a proposal was put together with another, also what was undone."""
    return await _HISTORY.rows(proposal_id, proposal_id)


async def set_undone(merge_id: str) -> None:
    await Merge.filter(id=merge_id).update(undone_at=clock.now())


async def supports(proposal_id: str, person: str) -> bool:
    return bool(await _SUPPORTS.rows(proposal_id, person))


async def answer_of(merge_id: str, person: str) -> bool | None:
    """Whether somebody’s support went along; None where they have not said."""
    rows = await _ANSWER.rows(merge_id, person)
    return bool(rows[0]["moved"]) if rows else None


async def set_answer(merge_id: str, person: str, *, moved: bool) -> None:
    await _SET_ANSWER.rows(new_id(), merge_id, person, moved, clock.now())


async def move_support(from_id: str, to_id: str, person: str) -> None:
    """Have somebody support the other proposal, too; nothing where they do. What they supported stays noted."""
    await _MOVE.rows(new_id(), to_id, person, from_id, clock.now())


async def take_back_support(came_from: Collection[str], to_id: str, person: str) -> bool:
    """Undo that for one person; gives whether there was anything. What they support by themselves stays."""
    return bool(await _TAKE_BACK_OF.rows(to_id, person, sorted(came_from)))


async def take_back_all(came_from: Collection[str], to_id: str) -> None:
    """The same for everybody."""
    await _TAKE_BACK.rows(to_id, sorted(came_from))


async def came_to(ids: Collection[str], came_from: Collection[str]) -> list[JSON]:
    """Whose support came to one of these proposals from one of those: `person_id`, `moved_from_id`."""
    return await _CAME.rows(sorted(ids), sorted(came_from)) if ids else []


async def count_moved(merges: Collection[str]) -> dict[str, int]:
    """How many said yes, by merge."""
    rows = await _COUNT_MOVED.rows(sorted(merges), True) if merges else []
    return {row["merge_id"]: row["moved"] for row in rows}


async def who_moved(merge_id: str) -> list[str]:
    return [row["person_id"] for row in await _MOVED_PEOPLE.rows(merge_id, True)]
