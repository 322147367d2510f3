"""The queue, live in."""

from typing import Any

from foundation.live_events import Visit
from foundation.permissions import Permission
from rooms.event_shapes import InRoom, OfMessage
from rooms.live_events import in_room
from rooms.queue import calling_service, service
from rooms.queue.shapes import CallBack, CallNext, TakeTicket

JSON = dict[str, Any]


@in_room("take_ticket", permission=Permission.QUEUE_JOIN, body=TakeTicket)
async def take_ticket(visit: Visit, said: TakeTicket) -> JSON:
    return await service.take_ticket(
        visit.app, visit.viewer, said.room, said.about, call_back=said.call_back, quiet=said.quiet, age=said.age
    )


@in_room("leave_queue", permission=Permission.QUEUE_JOIN, body=InRoom)
async def leave_queue(visit: Visit, said: InRoom) -> JSON:
    await service.leave_queue(visit.app, visit.viewer, said.room)
    return {}


@in_room("set_call_back", permission=Permission.QUEUE_JOIN, body=CallBack)
async def set_call_back(visit: Visit, said: CallBack) -> JSON:
    return await service.set_call_back(visit.app, visit.viewer, said.room, said.call_back, said.quiet)


@in_room("answer_call", permission=Permission.QUEUE_JOIN, body=InRoom)
async def answer_call(visit: Visit, said: InRoom) -> JSON:
    return {"booth": await service.answer_call(visit.app, visit.viewer, said.room)}


@in_room("call_next", permission=Permission.QUEUE_SERVE, body=CallNext)
async def call_next(visit: Visit, said: CallNext) -> JSON:
    return await calling_service.call(visit.app, visit.viewer, said.room, said.id)


@in_room("put_back", permission=Permission.QUEUE_SERVE, body=OfMessage)
async def put_back(visit: Visit, said: OfMessage) -> JSON:
    await calling_service.put_back(visit.app, visit.viewer, said.room, said.id)
    return {}
