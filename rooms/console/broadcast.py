"""What the console tells the room's staff, and nobody else."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.clock import rfc3339
from foundation.fanout import broadcast

JSON = dict[str, Any]


async def staff_note_sent(app: web.Application, note: JSON) -> None:
    """What one of the room's staff said to the others."""
    [shown] = await notes_shown([note])
    await broadcast(app, "staff_note", {"room": note["room_id"], **shown}, to=[f"staff:{note['room_id']}"])


async def notes_shown(notes: list[JSON]) -> list[JSON]:
    """Notes as their screens get them: `{id, client_id, author, html, at}`."""
    people = await persons({note["author_id"] for note in notes})
    return [
        {name: note[name] for name in ("id", "client_id", "html")}
        | {"author": people[note["author_id"]], "at": rfc3339(note["at"])}
        for note in notes
    ]
