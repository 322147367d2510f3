"""How a force's drills went, for its moderators."""

from typing import Any

from accounts.people import persons
from foundation.permissions import Viewer
from moderation.drills import store
from moderation.policy import check_moderates

JSON = dict[str, Any]
_A_YEAR = 53


async def drills_page(viewer: Viewer) -> list[JSON]:
    """A year's drills, the newest first, each with `seconds` until somebody looked and `by`, the contract's person.

    Raises NotAllowed.
    """
    rows = await store.drills_of(check_moderates(viewer), _A_YEAR)
    people = await persons({row["seen_by_id"] for row in rows} - {None})
    return [row | {"seconds": _seconds(row), "by": people.get(row["seen_by_id"])} for row in rows]


def _seconds(row: JSON) -> float | None:
    return (row["seen_at"] - row["posted_at"]).total_seconds() if row["seen_at"] else None
