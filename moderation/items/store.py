"""Every query and insert about review items."""

from collections.abc import Collection
from datetime import datetime
from json import dumps
from typing import Any

from tortoise.queryset import QuerySet

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
    ON CONFLICT (open_key) DO UPDATE SET open_key = excluded.open_key
    """
)
"""What is open already is locked by it: nobody decides about it before this transaction has said what it came for."""
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
    found = await ReviewItem.get(open_key=values["open_key"]).values()
    return {**found, "is_new": found["id"] == new}


async def find_item(item: str) -> JSON | None:
    return await ReviewItem.filter(id=item).first().values()


async def find_open_item(target_type: str, target_id: str) -> JSON | None:
    """The one open item of a thing."""
    return await ReviewItem.filter(open_key=open_key(target_type, target_id)).first().values()


async def set_item(item: JSON, **changes: Any) -> bool:
    """Change an open item whose version is still the one that was read; False when it is not."""
    return bool(await ReviewItem.filter(id=item["id"], state="open", version=item["version"]).update(**changes))


async def open_items(target_type: str, targets: Collection[str]) -> list[JSON]:
    """The open items of these things, in the order of their ids, kept from being decided until the transaction ends."""
    keys = [open_key(target_type, target) for target in targets]
    found = ReviewItem.filter(open_key__in=keys).order_by("id")
    return await _locked(found)


async def open_items_in(place_type: str, place: str) -> list[JSON]:
    """The open items of what stands in a place, in the order of their ids, kept as those of `open_items`."""
    found = ReviewItem.filter(place_type=place_type, place_id=place, state="open").order_by("id")
    return await _locked(found)


async def _locked(found: QuerySet[ReviewItem]) -> list[JSON]:
    """As they are once nobody else decides. One statement: what was opened between two would be read without a lock.

    A query of values locks nothing, whatever it is asked.
    """
    items = await found.select_for_update()
    return [{name: getattr(item, name) for name in ReviewItem._meta.fields_map} for item in items]


async def end_items(items: Collection[str], at: datetime) -> None:
    """Close open items without a decision: what they were about is gone."""
    closed = {"state": "closed", "open_key": None, "claimed_by_id": None, "claimed_until": None}
    await ReviewItem.filter(id__in=list(items), state="open").update(**closed, changed_at=at, decided_at=at)


async def close_item(item: str, version: int | None, *, decision: str, state: str, at: datetime) -> bool:
    """End an open item of this version (None: of any) by a decision; False when somebody has decided before."""
    found = ReviewItem.filter(id=item, state="open", **({} if version is None else {"version": version}))
    ended = {"state": state, "open_key": None, "decision_id": decision, "decided_at": at, "claimed_until": None}
    return bool(await found.update(**ended, changed_at=at))


async def reopen_item(item: JSON, decision: str, at: datetime) -> bool:
    """Let an item wait again that a decision ended, of another version; False when it is not ended by that one."""
    key = open_key(item["target_type"], item["target_id"])
    ended = ReviewItem.filter(id=item["id"], decision_id=decision, state="decided")
    waits: JSON = {"state": "open", "open_key": key, "decision_id": None, "decided_at": None, "claimed_by_id": None}
    return bool(await ended.update(**waits, version=item["version"] + 1, changed_at=at))


async def take_back_escalation(item: JSON, to: str, at: datetime) -> bool:
    """Let an open item wait for anybody again; False when it is not passed on to these any more."""
    passed_on = ReviewItem.filter(id=item["id"], state="open", escalated_to=to)
    return bool(await passed_on.update(escalated_to=None, version=item["version"] + 1, changed_at=at))
