"""What a room tells its screens. Channels: `room:ID` (everybody in it), `staff:ID`, `person:ID`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.clock import rfc3339
from foundation.fanout import broadcast, broadcast_here
from foundation.language import speaking
from rooms.log import Row
from rooms.messages.sealed import is_sealed
from rooms.served_entries import LONGEST_PAGE, read, served


async def entries_added(app: web.Application, room_id: str, rows: Sequence[Row]) -> None:
    """New entries of the log, in order, to everybody in the room."""
    for entry in await served(rows):
        await broadcast(app, "event", {"room": room_id, **entry}, to=[f"room:{room_id}"])


async def entries_told_here(app: web.Application, room_id: str, after: int) -> None:
    """What the log has after `after`, to the screens of this process: they may not have heard it from another one."""
    for entry in await read(room_id, after, LONGEST_PAGE):
        await broadcast_here(app, "event", {"room": room_id, **entry}, to=[f"room:{room_id}"])


async def message_held(app: web.Application, message: dict[str, Any], body: str) -> None:
    """Words that wait: to their author and the room's staff only; what a sealed case holds to its author alone."""
    author = (await persons({message["author_id"]}))[message["author_id"]]
    payload = {
        "room": message["room_id"],
        "id": message["id"],
        "body": body,
        "author": author,
        "reason": message["held_reason"],
        "emergency": message["emergency"],
    }
    alone = await is_sealed(app, message, body)
    await broadcast(app, "held", payload, to=_author(message) if alone else _author_and_staff(message))


async def held_decided(
    app: web.Application, message: dict[str, Any], status: str, *, seq: int | None = None, reason: str | None = None
) -> None:
    """What became of words that waited."""
    payload = {"room": message["room_id"], "id": message["id"], "status": status, "seq": seq, "reason": reason}
    known = {name: value for name, value in payload.items() if value is not None}
    await broadcast(app, "held_decided", known, to=_author_and_staff(message))


async def message_flagged(app: web.Application, room_id: str, message_id: str, reason: str) -> None:
    """Somebody flagged a message: to the room's staff."""
    await broadcast(app, "flagged", {"room": room_id, "id": message_id, "reason": reason}, to=[f"staff:{room_id}"])


async def person_restricted(
    app: web.Application, event: str, room_id: str, person_id: str, reason: str, until: datetime | None
) -> None:
    """`silenced` or `removed`: to the person, with the reason and until when (None: for good)."""
    payload = {"room": room_id, "reason": reason, "until": rfc3339(until) if until else None}
    await broadcast(app, event, payload, to=[f"person:{person_id}"])


async def person_readmitted(app: web.Application, room_id: str, person_id: str) -> None:
    """`readmitted`: to the person, who is neither silenced nor removed any more."""
    await broadcast(app, "readmitted", {"room": room_id}, to=[f"person:{person_id}"])


async def person_changed(app: web.Application, room_ids: Sequence[str], person_id: str) -> None:
    """Badge, name or avatar are to be drawn anew in these rooms, old messages included.

    In English: it goes to everybody, whatever the language is of who changed.
    """
    changed = await _as_everybody_sees(person_id)
    for room_id in room_ids:
        await broadcast(app, "person_changed", {"room": room_id, "person": changed}, to=[f"room:{room_id}"])


async def person_changed_here(app: web.Application, room_ids: Sequence[str], person_id: str) -> None:
    """The same to the screens of this process only: they may not have heard it from another one."""
    changed = await _as_everybody_sees(person_id) if room_ids else {}
    for room_id in room_ids:
        await broadcast_here(app, "person_changed", {"room": room_id, "person": changed}, to=[f"room:{room_id}"])


async def _as_everybody_sees(person_id: str) -> dict[str, Any]:
    with speaking("en"):
        return (await persons({person_id}))[person_id]


def _author(message: dict[str, Any]) -> list[str]:
    return [f"person:{message['author_id']}"]


def _author_and_staff(message: dict[str, Any]) -> list[str]:
    return [*_author(message), f"staff:{message['room_id']}"]
