"""Claiming an item and letting go of it. The other moderators see it at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.database import atomic
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Tell, tell_all
from moderation.decisions.decided import Decided
from moderation.decisions.reading import decision_that_ended
from moderation.items.broadcast import queue_changed
from moderation.paging.service import seen_in
from moderation.queue import claims_store as store
from moderation.queue.policy import Worker, access_item, access_item_to_decide, access_queue

JSON = dict[str, Any]


async def claim(app: web.Application, viewer: Viewer, item_id: str, *, over: str | None = None) -> JSON:
    """Have an item to oneself for ten minutes from now, or ten more; gives it.

    `over`: take it from this person, who has had it until now. Raises NotFound, NotAllowed (one's own words, a sealed
    case), Decided, and Conflict with `claimed_by` (the contract's person) where somebody else has it.
    """
    worker = await access_queue(viewer)
    item = await access_item_to_decide(worker, item_id)
    if not await claimed(app, worker, item, over=over):
        await _refuse(worker, item_id)
    return await access_item(worker, item_id)


async def claimed(app: web.Application, worker: Worker, item: JSON, *, over: str | None = None) -> bool:
    """Claim an item as it was read, and tell; False where somebody else was first. Whoever claims it has looked."""
    now = clock.now()

    async def work() -> Sequence[Tell] | None:
        mine = await store.set_claim(item["id"], worker.id, now, over=over)
        return await seen_in(worker.actor, item) if mine else None

    told = await atomic(work)
    if told is None:
        return False
    await tell_all(app, told)
    if claimer(item, now) != worker.id:
        await queue_changed(app, worker.force, await access_item(worker, item["id"]))
    return True


async def let_go(app: web.Application, viewer: Viewer, item_id: str) -> None:
    """Let go of what one has claimed; nothing where one has not. Raises NotFound."""
    worker = await access_queue(viewer)
    item = await access_item(worker, item_id)
    if await atomic(lambda: store.end_claim(item_id, worker.id)):
        await queue_changed(app, worker.force, item | {"claimed_by_id": None, "claimed_until": None})


def claimer(item: JSON, now: datetime) -> str | None:
    """Who has an item before them now."""
    stands = item["state"] == "open" and item["claimed_until"] is not None and item["claimed_until"] > now
    return item["claimed_by_id"] if stands else None


async def _refuse(worker: Worker, item_id: str) -> None:
    item = await access_item(worker, item_id)
    if item["state"] != "open":
        raise Decided(await decision_that_ended(item_id))
    other = claimer(item, clock.now())
    person = (await persons({other})).get(other) if other else None
    name = str(person["name"]) if person else _("Somebody")
    raise Conflict(_("%(name)s is looking at this just now.", name=name), details={"claimed_by": person})
