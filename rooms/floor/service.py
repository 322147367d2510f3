"""Being on the floor: looking at it, stepping in and walking."""

from collections.abc import Sequence
from typing import Any

from foundation import clock
from foundation.errors import Invalid, NotAllowed
from foundation.keys import LIMITS
from foundation.language import _
from foundation.live_events import Visit
from rooms.floor import broadcast
from rooms.floor.crowd import Crowd, Walker, come_in, walk
from rooms.floor.crowds import CROWDS
from rooms.floor.hearing import hear
from rooms.floor.looking_service import plan_of, snapshot
from rooms.floor.plans import PLANS
from rooms.floor.policy import access_floor, access_floor_to_stand, check_may_walk
from rooms.floor.tabs import TABS
from rooms.floor.tiles import Tile
from rooms.floor.view import shown, walk_of
from rooms.presence import PRESENCE

JSON = dict[str, Any]


async def look(visit: Visit, room_id: str, floor: int) -> JSON:
    """Hear of a floor without standing on it; gives what it shows now. Raises NotFound, NotAllowed."""
    standing, chosen = await access_floor(visit.viewer, room_id)
    plan = plan_of(visit.app, chosen)
    await hear(visit, room_id, floor)
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
    await hear(visit, room_id, walker.floor)
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


def _now() -> float:
    return clock.now().timestamp()
