"""Items whose thing is gone, and items whose place opens or closes."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any, Final

from foundation import clock
from moderation.content import Tell
from moderation.items import store
from moderation.items.broadcast import queue_changed
from moderation.items.kinds import Kind, time_to_decide
from moderation.items.priority import priority

JSON = dict[str, Any]

OUTLIVES: Final = frozenset({Kind.EMERGENCY, Kind.DANGER, Kind.CHILD, Kind.GROOMING, Kind.THREAT})
"""A threat that was taken back was made all the same: somebody looks at it, and finds its words in the evidence."""


async def close_for(target_type: str, targets: Collection[str]) -> Sequence[Tell]:
    """Close the open items of things that are gone, or were mended by their author: nothing is left to decide.

    Inside the transaction that takes them away; gives what is to be told after the commit. What somebody's safety hangs
    on stays open (OUTLIVES): its version rises, for who read it before decides about something else.
    """
    items = await store.open_items(target_type, targets) if targets else []
    return await _end(items)


async def mended(target_type: str, target: str, revision: int) -> Sequence[Tell]:
    """An author changed what waited, and nothing is found in it any more: its item closes.

    Not where people flagged it, or somebody's safety hangs on it: what was said was said. The item is then about the
    words of this `revision`.
    """
    items = await store.open_items(target_type, [target])
    if any(item["flags"] or item["cause"] == "paged" for item in items):
        return [await _changed(item, revision=revision, version=item["version"] + 1) for item in items]
    return await _end(items, revision=revision)


async def place_went(place_type: str, place: str, *, live: bool) -> Sequence[Tell]:
    """People are together in a place from now on, or not any more: what waits there is more urgent, or less.

    Inside the transaction that opens or closes the place. A time that was promised is never put off: what was due in
    two minutes is, also when the room has closed meanwhile; and what waited for its opening is due as in any live room.
    """
    now, tells = clock.now(), []
    for item in await store.open_items_in(place_type, place):
        kind = Kind(item["kind"])
        urgency = priority(kind, weight=item["weight"], reach=item["reach"], live=live)
        due = min(item["due_at"], now + time_to_decide(kind, live=live))
        tells.append(await _changed(item, live=live, priority=urgency, due_at=due))
    return tells


async def _end(items: Sequence[JSON], **changes: Any) -> Sequence[Tell]:
    closing = [item for item in items if item["kind"] not in OUTLIVES]
    if closing:
        await store.end_items([item["id"] for item in closing], clock.now())
    tells = [_told(item | {"state": "closed", "claimed_by_id": None}) for item in closing]
    left = [item for item in items if item["kind"] in OUTLIVES]
    return [*tells, *[await _changed(item, version=item["version"] + 1, **changes) for item in left]]


async def _changed(item: JSON, **changes: Any) -> Tell:
    await store.set_item(item, changed_at=clock.now(), **changes)
    return _told(item | changes)


def _told(item: JSON) -> Tell:
    return partial(queue_changed, force=item["force_id"], item=item)
