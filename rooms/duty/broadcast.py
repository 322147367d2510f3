"""What a room's screens are told of its hosts' duty."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from foundation.fanout import broadcast


async def duty_changed(app: web.Application, room_id: str, officers: Sequence[dict[str, Any]]) -> None:
    """Who is on duty in the room now: `{person, code, until}` each; nobody's words where it is not open."""
    await broadcast(app, "duty_changed", {"room": room_id, "officers": list(officers)}, to=[f"room:{room_id}"])
