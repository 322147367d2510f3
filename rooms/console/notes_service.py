"""The staff's own talk beside a room: heard by its staff as the record has them now, and in no log or transcript."""

from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation.keys import LIMITS
from foundation.permissions import Viewer
from foundation.text import check_text, rendered
from moderation.sealed.service import check_unsealed
from rooms.console import broadcast, store
from rooms.policy import access_room_to_moderate
from rooms.standing import Standing
from rooms.writing import Change, write

JSON = dict[str, Any]
_SHOWN = 100


async def send_note(app: web.Application, viewer: Viewer, room_id: str, client_id: str, source: str) -> str:
    """Say something to the room's staff; gives its id. The same `client_id` again: the same note.

    Raises NotAllowed, Invalid, TooFast.
    """
    standing = await access_room_to_moderate(viewer, room_id)
    author = str(viewer.id)
    if before := await store.find_note(room_id, author, client_id):
        return str(before["id"])
    body = check_text(source)
    await check_unsealed(app, standing.room["force_id"], body)
    await app[LIMITS].check("message", author)
    html = await rendered(body)

    async def work() -> Change[str]:
        note = await store.add_note(room_id, author, client_id, body, html)
        return Change(note["id"], tell=[lambda app: broadcast.staff_note_sent(app, note)])

    try:
        return await write(app, room_id, work)
    except IntegrityError:
        # The same client_id came in twice at once: the first one won.
        if first := await store.find_note(room_id, author, client_id):
            return str(first["id"])
        raise


async def notes_for(standing: Standing) -> list[JSON]:
    """The last notes, oldest first, for the room's staff; for everybody else none."""
    if not standing.is_staff:
        return []
    return await broadcast.notes_shown(await store.notes_in(standing.room_id, _SHOWN))
