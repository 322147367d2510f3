"""Every query and insert about review items."""

from datetime import datetime
from json import dumps
from typing import Any

from foundation.ids import new_id
from foundation.queries import Query
from moderation.items.models import ReviewItem

JSON = dict[str, Any]

_OPEN = Query(
    """
    INSERT INTO review_item (
        id, open_key, target_type, target_id, revision, force_id, neighbourhood_id, place_type, place_id, author_id,
        state, cause, kind, kinds, live, reach, flags, weight, priority, due_at, opened_at, changed_at, version, case_id
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
    ON CONFLICT (open_key) DO NOTHING
    """
)
_COLUMNS = (
    "open_key", "target_type", "target_id", "revision", "force_id", "neighbourhood_id", "place_type", "place_id",
    "author_id", "cause", "kind", "kinds", "live", "reach", "flags", "weight", "priority", "due_at", "opened_at",
    "changed_at", "case_id",
)  # fmt: skip


def open_key(target_type: str, target_id: str) -> str:
    """What a thing's one open item is known by."""
    return f"{target_type}:{target_id}"


async def add_item(values: JSON) -> JSON:
    """The open item of a thing: a new one of these values, or the one that is open already. Inside a transaction."""
    new = new_id()
    row = [dumps(values[name]) if name == "kinds" else values[name] for name in _COLUMNS]
    await _OPEN.rows(new, *row)
    found = await ReviewItem.filter(open_key=values["open_key"]).get().values()
    return {**found, "is_new": found["id"] == new}


async def find_item(item: str) -> JSON | None:
    return await ReviewItem.filter(id=item).first().values()


async def find_open_item(target_type: str, target_id: str) -> JSON | None:
    """The one open item of a thing."""
    return await ReviewItem.filter(open_key=open_key(target_type, target_id)).first().values()


async def set_item(item: JSON, **changes: Any) -> bool:
    """Change an open item whose version is still the one that was read; False when it is not."""
    return bool(await ReviewItem.filter(id=item["id"], state="open", version=item["version"]).update(**changes))


async def close_item(item: str, version: int | None, *, decision: str, state: str, at: datetime) -> bool:
    """End an open item of this version (None: of any) by a decision; False when somebody has decided before."""
    found = ReviewItem.filter(id=item, state="open", **({} if version is None else {"version": version}))
    ended = {"state": state, "open_key": None, "decision_id": decision, "decided_at": at, "claimed_until": None}
    return bool(await found.update(**ended, changed_at=at))
