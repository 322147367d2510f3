"""What a booth tells its own screens beside its log."""

from aiohttp import web

from foundation.fanout import broadcast


async def resident_left(app: web.Application, booth_id: str) -> None:
    """`booth_left {room}`: the resident left in a hurry. Their other tabs follow; the officers know not to wait."""
    await broadcast(app, "booth_left", {"room": booth_id}, to=[f"room:{booth_id}"])


async def booth_changed(app: web.Application, booth_id: str) -> None:
    """`booth_changed {room}`: who is in it, or whether it is recorded, is another now."""
    await broadcast(app, "booth_changed", {"room": booth_id}, to=[f"room:{booth_id}"])
