"""What a floor tells its screens: channel `floor:ROOM:NUMBER`, for who stands on it and who looks at it."""

from typing import Any

from aiohttp import web

from foundation.fanout import broadcast

JSON = dict[str, Any]


def channel(room_id: str, floor: int) -> str:
    return f"floor:{room_id}:{floor}"


async def stepped_in(app: web.Application, room_id: str, floor: int, shown: JSON) -> None:
    """Somebody came in: `shown` is who and where, as in a snapshot."""
    payload = {"room": room_id, "floor": floor, **shown}
    await broadcast(app, "stepped_in", payload, to=[channel(room_id, floor)])


async def stepped_out(app: web.Application, room_id: str, floor: int, person: str) -> None:
    """Somebody is not on the floor any more, for whatever reason."""
    payload = {"room": room_id, "floor": floor, "person": person}
    await broadcast(app, "stepped_out", payload, to=[channel(room_id, floor)])


async def walked(app: web.Application, room_id: str, floor: int, person: str, walk: JSON) -> None:
    """Somebody walks: the corners of the path, when it began, and how fast. One event a walk, no ticks."""
    payload = {"room": room_id, "floor": floor, "person": person, **walk}
    await broadcast(app, "walked", payload, to=[channel(room_id, floor)])


async def floor_changed(app: web.Application, room_id: str, plan: str | None) -> None:
    """The host chose another plan (None: no floor): to everybody in the room."""
    await broadcast(app, "floor_changed", {"room": room_id, "plan": plan}, to=[f"room:{room_id}"])
