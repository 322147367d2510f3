"""Hard things that somebody has read, and what they asked not to be given."""

from collections.abc import Collection
from datetime import datetime

from foundation.ids import new_id
from foundation.queries import Query
from moderation.items.models import ReviewItem
from moderation.queue.models import Exposure

_SHOWN = Query(
    "INSERT INTO exposure (id, person_id, item_id, kind, at) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (person_id, item_id) DO NOTHING"
)
_DECLINED = Query(
    "INSERT INTO declined (id, person_id, item_id, at) VALUES (?, ?, ?, ?) ON CONFLICT (person_id, item_id) DO NOTHING"
)


async def add_exposure(person: str, item: str, kind: str, at: datetime) -> None:
    await _SHOWN.rows(new_id(), person, item, kind, at)


async def shown_to(person: str, items: Collection[str]) -> set[str]:
    """Which of these somebody has asked to see."""
    found = Exposure.filter(person_id=person, item_id__in=list(items))
    return {str(item) for item in await found.values_list("item_id", flat=True)} if items else set()


async def shown_since(person: str, since: datetime) -> int:
    """How many hard things somebody has read since a time."""
    return await Exposure.filter(person_id=person, at__gt=since).count()


async def add_declined(person: str, item: str, at: datetime) -> None:
    await _DECLINED.rows(new_id(), person, item, at)


async def declined_open(force: str, most: int) -> dict[str, set[str]]:
    """Who passed on what still waits in a force, by the item's id."""
    passed: dict[str, set[str]] = {}
    for row in await _PASSED_ON.rows(force, most):
        passed.setdefault(row["item_id"], set()).add(row["person_id"])
    return passed


_PASSED_ON = Query(
    """
    SELECT declined.item_id, declined.person_id
    FROM declined JOIN review_item item ON item.id = declined.item_id
    WHERE item.force_id = ? AND item.state = 'open' ORDER BY declined.id LIMIT ?
    """
)


async def items_by_id(ids: Collection[str]) -> list[dict[str, object]]:
    """Items, the most urgent first."""
    return await ReviewItem.filter(id__in=list(ids)).order_by("priority", "due_at", "id").values() if ids else []
