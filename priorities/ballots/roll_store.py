"""Queries of the list of who has voted, about those who have no account."""

from collections.abc import Collection
from datetime import date

from foundation.ids import random_id
from foundation.queries import Query
from priorities.ballots.models import Voted

_UNDER_ANOTHER_KEY = Query(
    "SELECT id FROM priority_voted WHERE round_id = ? AND voter LIKE 'roll:%' AND voter NOT LIKE ? LIMIT 1"
)

_REMOVE_HOLDER = Query("DELETE FROM priority_voted WHERE round_id = ? AND voter = ? AND how = 'slip' RETURNING id")


async def has_others(round_id: str, prefix: str) -> bool:
    """Whether there is somebody on the list whose mark begins otherwise: it was made under another key."""
    return bool(await _UNDER_ANOTHER_KEY.rows(round_id, f"{prefix}%"))


async def add_to_the_list(round_id: str, marks: Collection[str], how: str, day: date) -> set[str]:
    """Write these on it; gives those that were not there. Sorted, so that two who do so at once wait for each other in
    turn, and in an order that is not that of names or addresses.
    """
    ids = {random_id(): mark for mark in sorted(marks)}
    rows = [Voted(id=id_, round_id=round_id, voter=mark, how=how, day=day) for id_, mark in ids.items()]
    await Voted.bulk_create(rows, ignore_conflicts=True)
    return {ids[row["id"]] for row in await Voted.filter(round_id=round_id, id__in=list(ids)).values("id")}


async def remove_holder_of_a_slip(round_id: str, voter: str) -> bool:
    """Take somebody off it who was given a slip; False where they were given none."""
    return bool(await _REMOVE_HOLDER.rows(round_id, voter))


async def remove_from_the_list(round_id: str, mark: str) -> None:
    await Voted.filter(round_id=round_id, voter=mark).delete()
