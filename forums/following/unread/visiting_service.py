"""Since when things in a forum are new to somebody: since they were last there."""

from datetime import datetime, timedelta
from functools import partial

from forums.following.unread import visit_store
from foundation import clock
from foundation.database import atomic
from foundation.permissions import Viewer

_PAUSE = timedelta(minutes=30)
"""Who comes back sooner is still at the same visit: what was new a moment ago does not lose its mark by a reload."""
_NOTED_EACH = timedelta(minutes=1)


async def visited(viewer: Viewer, forum_id: str, *, seen: bool = True) -> datetime | None:
    """Note that a viewer looks at a forum that they may see (`seen`); gives when they were there the time before.

    None for who is signed out, and for who is there for the first time: nothing is new where nothing is old.
    """
    if viewer.id is None:
        return None
    now, visit = clock.now(), await visit_store.find_visit(viewer.id, forum_id)
    if seen and (visit is None or now - visit["visited_at"] > _NOTED_EACH):
        await atomic(partial(visit_store.set_visit, viewer.id, forum_id, now, _PAUSE))
    if visit is None:
        return None
    before: datetime | None = visit["visited_at" if now - visit["visited_at"] > _PAUSE else "before_at"]
    return before
