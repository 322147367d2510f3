"""What a queue tells: everybody how many wait, its officers that something changed, each person where they stand."""

from typing import Any

from aiohttp import web

from foundation.fanout import broadcast


async def ticket_changed(app: web.Application, person: str, payload: dict[str, Any]) -> None:
    """`ticket {room, state, place, wait}`: to whose it is, on all their connections."""
    await broadcast(app, "ticket", payload, to=[f"person:{person}"])


async def booth_opened(app: web.Application, officers: list[str], payload: dict[str, Any]) -> None:
    """`booth_opened {room, booth}`: who was called has come; to the officers who talk with them."""
    await broadcast(app, "booth_opened", payload, to=[f"person:{officer}" for officer in officers])
