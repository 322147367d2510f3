"""Every query and insert about the staff's notes, what is pinned, and key moments."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from rooms.console.models import Moment, Pin, StaffNote

JSON = dict[str, Any]
_NOTE = ("id", "room_id", "author_id", "client_id", "html", "at")
_PIN = ("id", "room_id", "text", "html", "by", "at", "ended_at")
_MOMENT = ("id", "room_id", "label", "by", "at", "withdrawn_at")


async def add_note(room_id: str, author_id: str, client_id: str, body: str, html: str) -> JSON:
    """Insert a note and give it back; raises IntegrityError where its client_id was used before."""
    row: JSON = {
        "id": new_id(), "room_id": room_id, "author_id": author_id, "client_id": client_id, "html": html,
        "at": clock.now(),
    }  # fmt: skip
    await StaffNote.create(body=body, **row)
    return row


async def find_note(room_id: str, author_id: str, client_id: str) -> JSON | None:
    found = await StaffNote.filter(room_id=room_id, author_id=author_id, client_id=client_id).values(*_NOTE)
    return found[0] if found else None


async def notes_in(room_id: str, limit: int) -> list[JSON]:
    """The last notes of a room, oldest first."""
    rows = await StaffNote.filter(room_id=room_id).order_by("-id").limit(limit).values(*_NOTE)
    return list(reversed(rows))


async def add_pin(pin_id: str, room_id: str, text: str, html: str, by: str, at: datetime) -> None:
    """Pin a notice in the place of the one before."""
    await Pin.filter(room_id=room_id, ended_at=None).update(ended_at=at)
    await Pin.create(id=pin_id, room_id=room_id, text=text, html=html, by=by, at=at)


async def end_pin(room_id: str, pin_id: str) -> bool:
    """False where it is not on top of this room any more."""
    return bool(await Pin.filter(id=pin_id, room_id=room_id, ended_at=None).update(ended_at=clock.now()))


async def pin_of(room_id: str) -> JSON | None:
    """What is pinned in a room now."""
    found = await Pin.filter(room_id=room_id, ended_at=None).order_by("-id").limit(1).values(*_PIN)
    return found[0] if found else None


async def pins_by_id(ids: Collection[str]) -> list[JSON]:
    return list(await Pin.filter(id__in=list(ids)).values(*_PIN))


async def add_moment(moment_id: str, room_id: str, label: str, by: str, at: datetime) -> None:
    await Moment.create(id=moment_id, room_id=room_id, label=label, by=by, at=at)


async def end_moment(room_id: str, moment_id: str) -> bool:
    """False where there is no such mark in the room, or it was taken back."""
    theirs = Moment.filter(id=moment_id, room_id=room_id, withdrawn_at=None)
    return bool(await theirs.update(withdrawn_at=clock.now()))


async def moments_by_id(ids: Collection[str]) -> list[JSON]:
    return list(await Moment.filter(id__in=list(ids)).values(*_MOMENT))


async def moments_in(room_id: str) -> list[JSON]:
    """The marks of a room that stand, in their order."""
    return list(await Moment.filter(room_id=room_id, withdrawn_at=None).order_by("id").values(*_MOMENT))
