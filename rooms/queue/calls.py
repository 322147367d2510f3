"""Telling the officers of a room that its queue is another now. What it says is for them alone to fetch."""

from typing import Any

from aiohttp import web

from rooms.pulsing import tell_soon


def tell_officers(app: web.Application, room_id: str) -> None:
    """`queue_details {room}`: to the officers who hold the room, at most twice a second."""

    async def make() -> dict[str, Any]:
        return {"room": room_id}

    tell_soon(app, "queue_details", f"hosts:{room_id}", make)
