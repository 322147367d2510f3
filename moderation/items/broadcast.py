"""What the moderators of a force hear of their queue: see `moderation.items.channels`."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.clock import now, rfc3339
from foundation.fanout import broadcast
from moderation.items.channels import channels_of


async def queue_changed(app: web.Application, force: str, item: dict[str, Any]) -> None:
    """An item of a force is new, claimed, let go, decided or more urgent. Without words: a screen asks for those.

    `claimed_by` is the contract's person, until `claimed_until`.
    """
    claimed = item["claimed_by_id"] if item["claimed_until"] and item["claimed_until"] > now() else None
    payload = {
        "id": item["id"],
        "state": item["state"],
        "kind": item["kind"],
        "priority": item["priority"],
        "due_at": rfc3339(item["due_at"]),
        "version": item["version"],
        "claimed_by": (await persons({claimed}))[claimed] if claimed else None,
        "claimed_until": rfc3339(item["claimed_until"]) if claimed else None,
    }
    await broadcast(app, "queue_changed", payload, to=channels_of(item | {"force_id": force}))
