"""The live events of rooms: where each `socket.py` here registers its own."""

from collections.abc import Callable
from typing import Any

import msgspec

from foundation.errors import NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.live_events import EventHandler, Events, Visit
from foundation.permissions import Permission
from rooms.entering import check_entered
from rooms.event_shapes import Id, InRoom

events = Events()
JSON = dict[str, Any]


def in_room(name: str, *, permission: Permission, body: type[InRoom]) -> Callable[[EventHandler], EventHandler]:
    """An event that only somebody who has entered its room may send.

    What it says of ids that can be none is NotFound here: the database would not look for them, but fail.
    """
    ids = [field.name for field in msgspec.structs.fields(body) if field.type in (Id, Id | None)]

    def register(handler: EventHandler) -> EventHandler:
        async def checked(visit: Visit, said: InRoom) -> JSON:
            await check_entered(visit, said.room)
            if not all(is_own_id(getattr(said, name) or "0") for name in ids):
                raise NotFound(_("There is nothing at this address."))
            return await handler(visit, said)

        return events.on(name, permission=permission, body=body)(checked)

    return register
