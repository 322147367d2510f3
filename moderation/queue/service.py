"""The queue of somebody who works in it: its pages, its counts, and who else is in it."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import MODERATORS, Viewer
from moderation.items.kinds import Kind
from moderation.queue import counting_store, exposure_store, store
from moderation.queue.cursors import cursor_of, key_at, key_of
from moderation.queue.exposure import MOST_A_SHIFT, SHIFT
from moderation.queue.filters import Filters
from moderation.queue.policy import access_queue, moderators_of
from moderation.queue.shown_items import shown_items

JSON = dict[str, Any]
STATES = ("open", "decided", "closed")
MOST_IN_MENU = 100
"""From here on it is "99+"."""
_LOOKED_AT = 500
"""Rows of what was passed on that an administrator's page looks through."""


async def list_items(
    app: web.Application, viewer: Viewer, filters: Filters, *, state: str = "open", cursor: str = "", limit: int = 25
) -> JSON:
    """A page of the queue, the most urgent first: `items`, and `next`, the cursor of the next page or None.

    Raises NotAllowed, and Invalid for an unknown state or cursor.
    """
    if state not in STATES:
        raise Invalid.at("state", _("Ask for open, decided or closed items."))
    worker = await access_queue(viewer)
    rows = await store.page(
        worker.id, worker.force, worker.places, filters,
        state=state, after=key_at(cursor) if cursor else None, cases=sorted(worker.cases), limit=limit + 1,
    )  # fmt: skip
    more = cursor_of(key_of(rows[limit - 1])) if len(rows) > limit else None
    shown = await shown_items(app, worker, rows[:limit])
    named = bool(filters.author or filters.place)
    return {"items": [item for item in shown if item["may_read"] or not named], "next": more}


async def counts(viewer: Viewer) -> dict[Kind, int]:
    """How many items of others wait of each kind, none that has none; at most `counting_store.COUNTED` of each."""
    worker = await access_queue(viewer)
    return await counting_store.counts(worker.id, worker.force, worker.places)


async def waiting_for(viewer: Viewer) -> int:
    """How many items wait for somebody, for the menu of every page: at most MOST_IN_MENU; none for who has no queue."""
    if viewer.role not in MODERATORS or viewer.force is None:
        return 0
    places = None if viewer.whole_force else sorted(viewer.neighbourhoods)
    return await counting_store.waiting(str(viewer.id), viewer.force, places, MOST_IN_MENU)


async def read_this_shift(viewer: Viewer) -> JSON:
    """How many hard items somebody has read in this shift (`read`), and how many they are given at most (`most`)."""
    since = clock.now() - SHIFT
    return {"read": await exposure_store.shown_since(str(viewer.id), since), "most": MOST_A_SHIFT}


async def wanted_by_nobody(app: web.Application, viewer: Viewer) -> list[JSON]:
    """For administrators: what waits, and every moderator of the force has passed on; nothing for others."""
    worker = await access_queue(viewer)
    passed = await exposure_store.declined_open(worker.force, _LOOKED_AT) if worker.is_administrator else {}
    everybody = await moderators_of(worker.force) if passed else set()
    items = await exposure_store.items_by_id([item for item, people in passed.items() if everybody <= people])
    return await shown_items(app, worker, [item for item in items if item["author_id"] != worker.id])
