"""What a floor shows, to who stands on it and to who looks at it from outside."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import Viewer
from rooms.duty.service import on_duty_in
from rooms.floor.crowd import Crowd, drop_gone
from rooms.floor.crowds import CROWDS
from rooms.floor.door import Door, read_door
from rooms.floor.plan import Plan
from rooms.floor.plans import PLANS
from rooms.floor.policy import access_floor, plan_chosen
from rooms.floor.view import counts, on_floor, shown
from rooms.queue.service import door_of
from rooms.standing import Standing

JSON = dict[str, Any]


async def snapshot(app: web.Application, standing: Standing, plan: Plan, floor: int) -> JSON:
    """A floor now: `people` on it, `officers` behind its desk, how many stand on each floor, and the server's time.

    `door`: what its sign says, `{state, at}` as in `door_changed`.
    """
    crowd = await crowd_of(app, standing)
    on_duty = await on_duty_in(app, standing.room_id)
    door = await door_now(app, standing)
    return {
        "floor": floor,
        "plan": plan.id,
        "now": clock.rfc3339(clock.now()),
        "people": await shown(on_floor(crowd, floor)),
        "officers": [duty["person"] for duty in on_duty],
        "floors": counts(crowd),
        "behind_desk": standing.is_host,
        "door": {"state": door["state"], "at": clock.rfc3339(door["at"]) if door["at"] else None},
    }


async def look_from_outside(app: web.Application, viewer: Viewer, room_id: str) -> tuple[Standing, Plan | None]:
    """For the page: no plan where the hosts have switched the office off. Raises NotFound, NotAllowed."""
    standing, chosen = await access_floor(viewer, room_id)
    return standing, app[PLANS].of(chosen)


async def door_now(app: web.Application, standing: Standing) -> Door:
    """What the sign on the door says."""
    return read_door(await door_of(app, standing.room_id))


async def floor_part(app: web.Application, standing: Standing) -> JSON:
    """`has_office`: whether the room's page offers to see it from above."""
    chosen = await plan_chosen(standing)
    return {"has_office": chosen is not None and app[PLANS].of(chosen) is not None}


async def crowd_of(app: web.Application, standing: Standing) -> Crowd:
    """Who stands on the floors of a room now; nobody in one that is not open."""
    if not standing.is_open:
        return {}

    def work(crowd: Crowd) -> Crowd:
        drop_gone(crowd, clock.now().timestamp())
        return dict(crowd)

    return await app[CROWDS].change(standing.room_id, work)


def plan_of(app: web.Application, chosen: str) -> Plan:
    """The plan of a room's floor; raises NotFound where the hosts have switched it off."""
    plan = app[PLANS].of(chosen)
    if plan is None:
        raise NotFound(_("The hosts have switched the office off for this surgery."))
    return plan
