"""What the console holds about a person: what they wrote there."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.console.models import CannedAnswer, Moment, Pin, StaffNote

JSON = dict[str, Any]


async def _notes(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(StaffNote.filter(author_id=person), "room_id", "body", "at"):
        yield {"room": row.pop("room_id"), **row}


async def _canned(person: str) -> AsyncIterator[JSON]:
    theirs = CannedAnswer.filter(Q(owner_id=person) | Q(created_by=person))
    async for row in by_key(theirs, "title", "body", "owner_id", "changed_at"):
        yield {"shared": row.pop("owner_id") is None, **row}


async def _pins(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Pin.filter(by=person), "room_id", "text", "at", "ended_at"):
        yield {"room": row.pop("room_id"), **row}


async def _moments(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Moment.filter(by=person), "room_id", "label", "at", "withdrawn_at"):
        yield {"room": row.pop("room_id"), **row}


HELD_BY_CONSOLE = (
    Holding("staff_notes", ("staff_note.author_id",), _notes),
    Holding("canned_answers", ("canned_answer.owner_id", "canned_answer.created_by"), _canned),
    Holding("pins", ("pin.by",), _pins),
    Holding("moments", ("moment.by",), _moments),
)
