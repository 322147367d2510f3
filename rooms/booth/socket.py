"""A booth, live in. What is said in it comes by the events of every room."""

from typing import Any

from foundation.live_events import Visit
from foundation.permissions import Permission
from rooms.booth import officers_service, service
from rooms.booth.shapes import CallIn
from rooms.event_shapes import InRoom
from rooms.live_events import in_room

JSON = dict[str, Any]


@in_room("close_booth", permission=Permission.BOOTH_ENTER, body=InRoom)
async def close_booth(visit: Visit, said: InRoom) -> JSON:
    await service.close_booth(visit.app, visit.viewer, said.room)
    return {}


@in_room("call_in", permission=Permission.QUEUE_SERVE, body=CallIn)
async def call_in(visit: Visit, said: CallIn) -> JSON:
    await officers_service.call_in(visit.app, visit.viewer, said.room, said.person)
    return {}
