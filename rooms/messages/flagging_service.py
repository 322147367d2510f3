"""Flagging what others said in a room."""

from typing import Any

from aiohttp import web

from foundation.errors import NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.flags.service import flag
from rooms import broadcast
from rooms.messages import person_store
from rooms.messages.moderated import TYPE
from rooms.messages.service import access_shown
from rooms.policy import access_room_to_flag

JSON = dict[str, Any]


async def flag_message(
    app: web.Application, viewer: Viewer, room_id: str, message_id: str, reason: str, note: str = "",
    *, address: str = "", revision: int | None = None,
) -> str:  # fmt: skip
    """Flag a message of this room for the moderators; gives the flag's id. See `moderation.flags.service.flag`."""
    await access_to_flag(viewer, room_id, message_id)
    return await flag(app, viewer, TYPE, message_id, reason, note, address, revision=revision)


async def access_to_flag(viewer: Viewer, room_id: str, message_id: str) -> JSON:
    """A message that somebody may flag; raises NotFound, NotAllowed."""
    await access_room_to_flag(viewer, room_id)
    return await access_shown(room_id, message_id)


class FlaggableMessages:
    """The messages of rooms, for flags: a `moderation.flags.ports.Flaggable`."""

    async def access(self, viewer: Viewer, target_id: str) -> None:
        found = await person_store.message_anywhere(target_id) if is_own_id(target_id) else None
        if found is None:
            raise NotFound(_("There is no such message in this room, or it was taken down."))
        await access_to_flag(viewer, found["room_id"], target_id)

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        await broadcast.message_flagged(app, str(place_id), target_id, reason)
