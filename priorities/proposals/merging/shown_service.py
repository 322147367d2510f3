"""What the page of a proposal shows of how it was put together with others."""

from typing import Any

from accounts.people import persons
from foundation.language import _
from foundation.permissions import Viewer
from priorities.proposals.arranging_policy import Arranged, access_arranged
from priorities.proposals.merging import store
from priorities.proposals.policy import CHANGEABLE, PUBLIC
from priorities.proposals.proposal_rows import proposals_by

JSON = dict[str, Any]


async def merges_of(found: Arranged) -> JSON | None:
    """`{went, came, past, may_undo}`: by what the proposal went into another one (None: it did not), what came into it
    and is in it, and what was undone. Each `{other: {id, title, path}, reason, by: person, at, undone_at, supporters,
    moved}`. None where it was never put together with any.

    Of `went` also `asked`: whether the viewer is asked to have their support go along, and `answer`, what they said.
    """
    shown = await _history(found)
    if not shown:
        return None
    standing = [each for each in shown if each["undone_at"] is None]
    went = next((each for each in standing if each["retired"]), None)
    return {
        "went": went | await _asked(found, went["id"]) if went else None,
        "came": [each for each in standing if not each["retired"]],
        "may_undo": found.keeps and found.is_open,
        "past": [each for each in shown if each["undone_at"] is not None],
    }


async def merge_history(viewer: Viewer, proposal_id: str) -> list[JSON]:
    """The same as one list, of a proposal that the viewer may read; `retired`: it went into the other one.

    Raises NotFound.
    """
    return await _history(await access_arranged(viewer, proposal_id))


async def _history(found: Arranged) -> list[JSON]:
    rows = await store.history_of(found.id)
    others = {each["id"]: each for each in await proposals_by({row[side] for row in rows for side in _SIDES})}
    people = await persons({row["by_id"] for row in rows})
    moved = await store.count_moved([row["id"] for row in rows])
    return [_one(found, row, others, people, moved) for row in rows]


_SIDES = ("retired_id", "into_id")


def _one(found: Arranged, row: JSON, others: dict[str, JSON], people: JSON, moved: dict[str, int]) -> JSON:
    retired = row["retired_id"] == found.id
    other = others.get(row["into_id"] if retired else row["retired_id"])
    return {
        "id": row["id"],
        "retired": retired,
        "other": _named(other),
        "reason": row["reason"],
        "by": people.get(row["by_id"]),
        "at": row["at"],
        "undone_at": row["undone_at"],
        "supporters": others[row["retired_id"]]["supporters"] if row["retired_id"] in others else 0,
        "moved": moved.get(row["id"], 0),
    }


def _named(other: JSON | None) -> JSON:
    """Without its words where they are not shown any more."""
    if other is None or other["state"] not in PUBLIC:
        return {"id": other["id"] if other else None, "title": _("A proposal that is not shown any more"), "path": None}
    return {"id": other["id"], "title": other["title"], "path": f"/proposals/{other['id']}"}


async def _asked(found: Arranged, merge_id: str) -> JSON:
    person = found.viewer.id
    if person is None or found.round["phase"] not in CHANGEABLE or not await store.supports(found.id, person):
        return {"asked": False, "answer": None}
    return {"asked": True, "answer": await store.answer_of(merge_id, person)}
