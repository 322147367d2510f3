"""What a sealed case holds is in no list of a room but its author's: who is cleared for it reads it in the queue."""

from typing import Any

from aiohttp import web

from moderation.sealed.reading import Words, sealed_among
from rooms.standing import Standing

JSON = dict[str, Any]
_TYPE = "message"


async def without_sealed(app: web.Application, standing: Standing, rows: list[JSON]) -> list[JSON]:
    """The messages that this viewer may read of those that wait in a room."""
    others = [row for row in rows if row["author_id"] != standing.viewer.id]
    sealed = await sealed_among(app, standing.room["force_id"], _TYPE, map(_waiting, others)) if others else set()
    return [row for row in rows if row["id"] not in sealed]


async def is_sealed(app: web.Application, message: JSON, body: str) -> bool:
    """Whether a sealed case, of any force, holds these words of a message."""
    words = Words(message["id"], message["revision"], body)
    return bool(await sealed_among(app, None, _TYPE, [words]))


def _waiting(row: JSON) -> Words:
    body = row["body"] if row["pending_body"] is None else row["pending_body"]
    return Words(row["id"], row["revision"], body)
