"""What the moderators of a force hear of their queue. Channel: `moderators:FORCE`."""

from typing import Any

from aiohttp import web

from foundation.clock import rfc3339
from foundation.fanout import broadcast


async def queue_changed(app: web.Application, force: str, item: dict[str, Any]) -> None:
    """An item is new, claimed, let go, decided or more urgent. Without words: a screen asks for those."""
    payload = {
        "id": item["id"],
        "state": item["state"],
        "kind": item["kind"],
        "priority": item["priority"],
        "due_at": rfc3339(item["due_at"]),
        "version": item["version"],
        "claimed_by": item["claimed_by_id"],
    }
    await broadcast(app, "queue_changed", payload, to=[f"moderators:{force}"])
