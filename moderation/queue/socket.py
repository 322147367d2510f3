"""The queue, live in."""

from typing import Any

import msgspec

from foundation.live_events import Visit
from foundation.permissions import Permission
from moderation.live_events import events
from moderation.paging.calls_service import calls_for
from moderation.queue.watching import watch_queue


class WatchQueue(msgspec.Struct):
    """Nothing is said with it."""


@events.on("watch_queue", permission=Permission.QUEUE_WORK, body=WatchQueue)
async def watch(visit: Visit, said: WatchQueue) -> dict[str, Any]:
    """Hear `queue_changed`, `paged` and `page_seen` of every item that one may decide about; gives the open calls."""
    await watch_queue(visit)
    return {"paged": await calls_for(visit.app, visit.viewer)}
