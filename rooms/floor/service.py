"""The verbs of the floor: look at it, step in, walk, step out, and be put out."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Invalid, NotAllowed, NotFound, Unavailable
from foundation.fanout import LIVE, NAMESPACE, unsubscribe
from foundation.keys import LIMITS
from foundation.language import _
from foundation.live import Visit
from foundation.permissions import Viewer
from rooms.duty.service import on_duty_in
from rooms.floor import broadcast
from rooms.floor.crowd import Crowd, Walker, come_in, drop_gone, go_out, renew, take_all, walk
from rooms.floor.crowds import CROWDS
from rooms.floor.door import Door, read_door
from rooms.floor.plan import Plan
from rooms.floor.plans import PLANS
from rooms.floor.policy import access_floor, access_floor_to_stand, check_may_walk, plan_chosen
from rooms.floor.tabs import TABS
from rooms.floor.tiles import Tile
from rooms.floor.view import counts, on_floor, shown, walk_of
from rooms.presence import PRESENCE
from rooms.queue.service import door_of
from rooms.standing import Standing

JSON = dict[str, Any]


async def look(visit: Visit, room_id: str, floor: int) -> JSON:
    """Hear of a floor without standing on it; gives what it shows now. Raises NotFound, NotAllowed."""
    standing, chosen = await access_floor(visit.viewer, room_id)
    plan = plan_of(visit.app, chosen)
    await _hear(visit, room_id, floor)
    return await snapshot(visit.app, standing, plan, floor)


async def step_in(visit: Visit, room_id: str) -> JSON:
    """Be seen on a floor from now on; gives what it shows. A host stands behind the desk of every floor.

    Raises NotFound, NotSignedIn, NotAllowed (silenced), Closed, TooFast, Unavailable.
    """
    standing, chosen = await access_floor_to_stand(visit.viewer, room_id)
    plan, person = plan_of(visit.app, chosen), str(visit.viewer.id)
    if standing.is_host:
        return await look(visit, room_id, 1)
    if visit.app[PRESENCE].is_unseen(room_id, visit):
        raise NotAllowed(_("You came in without being seen, so you can’t stand on the floor."))
    await visit.app[LIMITS].check("step", person)

    def work(crowd: Crowd) -> tuple[bool, Walker]:
        return come_in(crowd, plan, person, visit.sid, _now()), crowd[person]

    is_new, walker = await visit.app[CROWDS].change(room_id, work)
    visit.app[TABS].step_in(visit.sid, room_id, person)
    await _hear(visit, room_id, walker.floor)
    if is_new:
        [one] = await shown([walker])
        await broadcast.stepped_in(visit.app, room_id, walker.floor, one)
    return await snapshot(visit.app, standing, plan, walker.floor)


async def walk_to(visit: Visit, room_id: str, to: Tile | None, path: Sequence[Tile] | None) -> JSON:
    """Walk to a tile, or along a path; gives the walk as everybody on the floor hears of it.

    Raises Invalid for a way that can't be walked, NotAllowed for who does not stand on the floor, TooFast.
    """
    if (to is None) == (path is None):
        raise Invalid(_("Say where to walk: a tile, or a path of tiles."))
    await visit.app[LIMITS].check("walk", str(visit.viewer.id))
    await check_may_walk(visit.viewer, room_id)
    person, wanted = str(visit.viewer.id), to or path or ()

    def work(crowd: Crowd) -> Walker:
        # The plan that they stepped onto: when the hosts take another, everybody is off it.
        plan = visit.app[PLANS].of(crowd[person].plan if person in crowd else "")
        return walk(crowd, plan or visit.app[PLANS].usual, person, wanted, _now())

    walker = await visit.app[CROWDS].change(room_id, work)
    told = walk_of(walker)
    await broadcast.walked(visit.app, room_id, walker.floor, person, told)
    return {"floor": walker.floor, **told}


async def step_out(visit: Visit, room_id: str) -> JSON:
    """Be seen no more; one goes on looking. Nothing for who is not on the floor."""
    visit.app[TABS].step_out(visit.sid, room_id)
    await _take_off(visit.app, room_id, str(visit.viewer.id), None)
    return {}


async def leave(visit: Visit, room_id: str | None = None) -> None:
    """A connection has left a room, or has ended: its person is off the floor with their last one."""
    tabs = visit.app[TABS]
    for room in [room_id] if room_id else tabs.rooms_of(visit.sid):
        await _hear(visit, room, None)
        if tabs.step_out(visit.sid, room):
            await _take_off(visit.app, room, str(visit.viewer.id), visit.sid)


async def put_out(app: web.Application, room_id: str, person: str) -> None:
    """Somebody was silenced: they are off the floor at once, with all their tabs, and may go on looking."""
    await _take_off(app, room_id, person, None)


async def shut_out(app: web.Application, room_id: str, person: str) -> None:
    """Somebody was removed from the room: they stand on no floor of it and hear of none."""
    await put_out(app, room_id, person)
    await unsubscribe(app, f"person:{person}", app[TABS].channels_of(room_id))


async def clear(app: web.Application, room_id: str) -> None:
    """Everybody is off the floors: the surgery is over, or has another plan."""
    for walker in await app[CROWDS].change(room_id, take_all):
        await broadcast.stepped_out(app, room_id, walker.floor, walker.person)


async def keep_standing(app: web.Application) -> None:
    """Say again that this process's people are there; others are forgotten when theirs says nothing more."""
    for room_id, people in app[TABS].standing().items():
        for walker in await app[CROWDS].change(room_id, partial(renew, people=people, now=_now())):
            await broadcast.stepped_out(app, room_id, walker.floor, walker.person)


async def snapshot(app: web.Application, standing: Standing, plan: Plan, floor: int) -> JSON:
    """A floor now: `people` on it, `officers` behind its desk, how many stand on each floor, and the server's time."""
    crowd = await crowd_of(app, standing)
    on_duty = await on_duty_in(app, standing.room_id)
    return {
        "floor": floor,
        "plan": plan.id,
        "now": clock.rfc3339(clock.now()),
        "people": await shown(on_floor(crowd, floor)),
        "officers": [duty["person"] for duty in on_duty],
        "floors": counts(crowd),
        "behind_desk": standing.is_host,
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
        drop_gone(crowd, _now())
        return dict(crowd)

    return await app[CROWDS].change(standing.room_id, work)


def plan_of(app: web.Application, chosen: str) -> Plan:
    """The plan of a room's floor; raises NotFound where the hosts have switched it off."""
    plan = app[PLANS].of(chosen)
    if plan is None:
        raise NotFound(_("The hosts have switched the office off for this surgery."))
    return plan


async def _take_off(app: web.Application, room_id: str, person: str, tab: str | None) -> None:
    try:
        gone = await app[CROWDS].change(room_id, lambda crowd: go_out(crowd, person, tab))
    except Unavailable:
        # Redis is away, and with it everybody's place: it forgets this one in a minute.
        return
    if gone is not None:
        await broadcast.stepped_out(app, room_id, gone.floor, person)


async def _hear(visit: Visit, room_id: str, floor: int | None) -> None:
    """Subscribe a connection to one floor of a room, and to no other of it; None: to none."""
    channel = broadcast.channel(room_id, floor) if floor else None
    before = visit.app[TABS].look(visit.sid, room_id, channel)
    if before and before != channel:
        await visit.app[LIVE].leave_room(visit.sid, before, namespace=NAMESPACE)
    if channel:
        await visit.app[LIVE].enter_room(visit.sid, channel, namespace=NAMESPACE)


def _now() -> float:
    return clock.now().timestamp()
