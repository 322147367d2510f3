"""Every query and insert about promises."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from rooms.promises.models import Promise, PromiseState
from rooms.promises.shown import promises_where

JSON = dict[str, Any]
_IN_PLACE = promises_where("WHERE promise.neighbourhood_id = ? ORDER BY promise.due_on, promise.id")
_ONE = promises_where("WHERE promise.id = ?")


async def add_promise(values: JSON, by: str) -> str:
    """Insert a promise that is open; gives its id."""
    id_ = new_id()
    await Promise.create(id=id_, made_by=by, made_at=clock.now(), state=PromiseState.OPEN, **values)
    return id_


async def set_settled(promise_id: str, state: PromiseState, by: str, **outcome: str) -> bool:
    """Keep or withdraw a promise that is still open; False where somebody was first."""
    settled = {"state": state, "settled_by": by, "settled_at": clock.now(), **outcome}
    return bool(await Promise.filter(id=promise_id, state=PromiseState.OPEN).update(**settled))


async def find_promise(promise_id: str) -> JSON | None:
    found = await _ONE.rows(promise_id)
    return found[0] if found else None


async def in_neighbourhood(neighbourhood_id: str) -> list[JSON]:
    """Every promise of a neighbourhood, the nearest day first."""
    return await _IN_PLACE.rows(neighbourhood_id)


async def force_of(promise_id: str) -> str:
    return str(await Promise.get(id=promise_id).values_list("force_id", flat=True))


async def late_ones(today: str, most: int) -> list[JSON]:
    """The open promises whose day has passed and whose owner was not told so yet."""
    late = Promise.filter(state=PromiseState.OPEN, due_on__lt=today, reminded_at=None)
    rows = await late.order_by("id").limit(most).values("id", "owner_id", "made_by", "neighbourhood_id")
    return list(rows)


async def claim_reminder(promise_id: str) -> bool:
    """Note that its owner is told; False where another process was first, or it was settled meanwhile."""
    untold = Promise.filter(id=promise_id, state=PromiseState.OPEN, reminded_at=None)
    return bool(await untold.update(reminded_at=clock.now()))
