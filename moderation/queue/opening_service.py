"""What somebody is given to look at: the next item that is free, what they asked to see, and what they passed on."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.database import atomic
from foundation.permissions import Viewer
from moderation.queue import exposure_store, store
from moderation.queue.claims_service import claimed, let_go
from moderation.queue.cursors import Key, key_of
from moderation.queue.exposure import MOST_A_SHIFT, SHIFT, hardest, is_hard
from moderation.queue.filters import Filters
from moderation.queue.policy import Worker, access_item, access_item_to_read, access_queue, flagged_themselves

JSON = dict[str, Any]
_LOOKED_AT = 20
"""Items of one look for one that is free; others may be claimed meanwhile."""
_LOOKS = 25
Look = Callable[[Key | None], Awaitable[list[JSON]]]


async def open_next(
    app: web.Application, viewer: Viewer, filters: Filters, *, current: str = "", back: bool = False
) -> str | None:
    """Claim the next item that is free, and let go of the `current` one; gives its id, None where nothing is left.

    After the current one in the queue's order, then from the beginning; `back`: the nearest before it. Never one's own
    words, what one has flagged or passed on, what was passed on to others, a sealed case that one is not cleared for,
    and nothing that is hard to read beyond MOST_A_SHIFT of a shift.
    """
    worker = await access_queue(viewer)
    place = await _place_of(worker, current)
    look = await _looking(worker, filters, back=back)
    found = await _claim_first(app, worker, look, place, current)
    if found is None and place is not None and not back:
        found = await _claim_first(app, worker, look, None, current)
    if current and found and current != found:
        await let_go(app, viewer, current)
    return found


async def open_item(app: web.Application, viewer: Viewer, item_id: str) -> None:
    """Open one item of the list: it is claimed where it is free. Raises NotFound and NotAllowed."""
    worker = await access_queue(viewer)
    item = await access_item(worker, item_id)
    if item["state"] == "open" and worker.may_read(item):
        await _claim_if_theirs(app, worker, item)


async def show(app: web.Application, viewer: Viewer, item_id: str) -> None:
    """Somebody wants to read what is hard to read: it is counted, once, and theirs where it is free."""
    worker = await access_queue(viewer)
    item = await access_item_to_read(worker, item_id)
    if is_hard(item):
        await atomic(lambda: exposure_store.add_exposure(worker.id, item_id, hardest(item), clock.now()))
    await _claim_if_theirs(app, worker, item)


async def _claim_if_theirs(app: web.Application, worker: Worker, item: JSON) -> None:
    """What somebody else must decide about is not kept from them by reading it."""
    if not await flagged_themselves(worker, [item]):
        await claimed(app, worker, item)


async def decline(app: web.Application, viewer: Viewer, item_id: str) -> None:
    """Not to be given an item any more; nobody asks why. Raises NotFound."""
    worker = await access_queue(viewer)
    await access_item(worker, item_id)
    await atomic(lambda: exposure_store.add_declined(worker.id, item_id, clock.now()))
    await let_go(app, viewer, item_id)


async def is_at_cap(worker: Worker) -> bool:
    """Whether somebody has read as many hard things in this shift as the queue gives."""
    return await exposure_store.shown_since(worker.id, clock.now() - SHIFT) >= MOST_A_SHIFT


async def _place_of(worker: Worker, item_id: str) -> Key | None:
    return key_of(await access_item(worker, item_id)) if item_id else None


async def _looking(worker: Worker, filters: Filters, *, back: bool) -> Look:
    easy, now, cases = await is_at_cap(worker), clock.now(), sorted(worker.cases)

    async def look(place: Key | None) -> list[JSON]:
        return await store.page(
            worker.id, worker.force, worker.places, filters,
            after=None if back else place, before=place if back else None,
            free_at=now, cases=cases, easy=easy, limit=_LOOKED_AT,
        )  # fmt: skip

    async def light(place: Key | None) -> list[JSON]:
        """What is hard only by a lesser kind is found here: the database looks at the first one."""
        for _look in range(_LOOKS):
            rows = await look(place)
            found = [row for row in rows if not is_hard(row)]
            if found or len(rows) < _LOOKED_AT:
                return found
            place = key_of(rows[-1])
        return []

    return light if easy else look


async def _claim_first(app: web.Application, worker: Worker, look: Look, place: Key | None, current: str) -> str | None:
    for _look in range(_LOOKS):
        rows = await look(place)
        others = {current, *await flagged_themselves(worker, rows)}
        for row in rows:
            if row["id"] not in others and await claimed(app, worker, row):
                return str(row["id"])
        if not rows:
            return None
        place = key_of(rows[-1])
    return None
