"""Telling a queue: how many wait to everybody, to each who waits their place, to the officers that it changed."""

from typing import Any

from aiohttp import web

from foundation.permissions import READER
from rooms.policy import access_room
from rooms.pulsing import tell_soon
from rooms.queue import broadcast, store
from rooms.queue.calls import tell_officers
from rooms.queue.doors import sign_of
from rooms.queue.shown import shown_ticket, told
from rooms.writing import Tell

JSON = dict[str, Any]


def tell_queue(app: web.Application, room_id: str) -> None:
    """`queue {room, waiting}` and the sign on the door to everybody in the room, `ticket` to all who wait.

    At most twice a second.
    """

    async def make() -> JSON:
        room = (await access_room(READER, room_id)).room
        waiting = await store.waiting_in(room_id)
        for ticket in waiting:
            await _tell(app, room, ticket)
        return {"room": room_id, "waiting": len(waiting)}

    async def sign() -> JSON:
        door = await sign_of(room_id)
        return {"room": room_id, "state": door["state"], "at": door["opens_at"] or door["back_at"]}

    tell_soon(app, "queue", f"room:{room_id}", make)
    tell_soon(app, "door_changed", f"room:{room_id}", sign)
    tell_officers(app, room_id)


def ticket_told(room_id: str, person: str) -> Tell:
    """To somebody, at once: what became of their ticket."""

    async def tell(app: web.Application) -> None:
        ticket = await store.last_ticket_of(room_id, person)
        if ticket is not None:
            await _tell(app, (await access_room(READER, room_id)).room, ticket)

    return tell


def opened(room_id: str, booth_id: str, officer: str) -> Tell:
    """To the officer who called: they have come."""
    payload = {"room": room_id, "booth": booth_id}
    return lambda app: broadcast.booth_opened(app, [officer], payload)


async def _tell(app: web.Application, room: JSON, ticket: JSON) -> None:
    shown = told(await shown_ticket(room, ticket))
    await broadcast.ticket_changed(app, ticket["person_id"], {"room": room["id"], **shown})
