"""Live in: looking at the floor, stepping in and out, walking."""

from typing import Any

from foundation.live_events import Visit
from foundation.permissions import Permission
from rooms.event_shapes import InRoom
from rooms.floor import leaving_service, service
from rooms.floor.shapes import LookAtFloor, WalkOnFloor
from rooms.live_events import in_room

JSON = dict[str, Any]


@in_room("look_at_floor", permission=Permission.FLOOR_READ, body=LookAtFloor)
async def look_at_floor(visit: Visit, said: LookAtFloor) -> JSON:
    return await service.look(visit, said.room, said.floor)


@in_room("step_in", permission=Permission.FLOOR_WALK, body=InRoom)
async def step_in(visit: Visit, said: InRoom) -> JSON:
    return await service.step_in(visit, said.room)


@in_room("walk", permission=Permission.FLOOR_WALK, body=WalkOnFloor)
async def walk(visit: Visit, said: WalkOnFloor) -> JSON:
    return await service.walk_to(visit, said.room, said.to, said.path)


@in_room("step_out", permission=Permission.FLOOR_WALK, body=InRoom)
async def step_out(visit: Visit, said: InRoom) -> JSON:
    return await leaving_service.step_out(visit, said.room)
