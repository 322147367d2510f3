"""Calls of a queue: how long they stand, and telling its officers of them. What it says they alone can fetch."""

from datetime import timedelta
from typing import Any

from aiohttp import web

from rooms.pulsing import tell_soon

ANSWER_WITHIN = timedelta(minutes=2)
"""How long somebody who is called may take to come."""


def tell_officers(app: web.Application, room_id: str) -> None:
    """`queue_details {room}`: to the officers who hold the room, at most twice a second."""

    async def make() -> dict[str, Any]:
        return {"room": room_id}

    tell_soon(app, "queue_details", f"hosts:{room_id}", make)
