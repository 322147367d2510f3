"""The live events of rooms: where each `socket.py` here registers its own."""

from collections.abc import Callable
from typing import Any

from foundation.live import EventHandler, Events, Visit
from foundation.permissions import Permission
from rooms.entering import check_entered
from rooms.event_shapes import InRoom

events = Events()
JSON = dict[str, Any]


def in_room(name: str, *, permission: Permission, body: type[InRoom]) -> Callable[[EventHandler], EventHandler]:
    """An event that only somebody who has entered its room may send."""

    def register(handler: EventHandler) -> EventHandler:
        async def checked(visit: Visit, said: InRoom) -> JSON:
            await check_entered(visit, said.room)
            return await handler(visit, said)

        return events.on(name, permission=permission, body=body)(checked)

    return register
