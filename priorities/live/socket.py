"""Live in: what an open page of priorities asks to hear."""

from typing import Any

from foundation.live_events import Visit
from foundation.permissions import Permission
from priorities.live import service
from priorities.live.shapes import FollowPriorities, FollowPriority, FollowRound
from priorities.live_events import events

JSON = dict[str, Any]


@events.on("follow_round", permission=Permission.PRIORITY_READ, body=FollowRound)
async def hear_round(visit: Visit, said: FollowRound) -> JSON:
    return {"version": await service.hear_round(visit, said.round)}


@events.on("follow_priority", permission=Permission.PRIORITY_READ, body=FollowPriority)
async def hear_priority(visit: Visit, said: FollowPriority) -> JSON:
    return {"version": await service.hear_priority(visit, said.priority)}


@events.on("follow_priorities", permission=Permission.PRIORITY_READ, body=FollowPriorities)
async def hear_priorities(visit: Visit, said: FollowPriorities) -> JSON:
    return {"version": await service.hear_priorities(visit, said.priorities)}
