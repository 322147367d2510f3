"""Entering a room live: subscribe, then read, so that nothing falls between the two."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.errors import NotAllowed
from foundation.fanout import LIVE, NAMESPACE, is_subscribed
from foundation.language import _
from foundation.live_events import Visit
from foundation.permissions import Viewer
from rooms.booth.service import booth_room, places_of
from rooms.booth.witness_service import officer_came, officer_gone
from rooms.duty.service import come_on_duty, on_duty_in
from rooms.floor import leaving_service as floor
from rooms.log import last_seq
from rooms.messages import store
from rooms.messages.sealed import without_sealed
from rooms.parts import AT_ENTRY, parts_of
from rooms.policy import access_room, access_room_to_enter
from rooms.presence import PRESENCE
from rooms.queue.service import lost_sight
from rooms.rights import put_out, set_staff_channel
from rooms.running_log.service import log_shown
from rooms.served_entries import read
from rooms.standing import Standing
from rooms.surgeries.service import access_surgery
from rooms.surgeries.store import set_host_seen

JSON = dict[str, Any]
_AT_ENTRY = 200
"""Entries in the answer to `enter` at most (the contract)."""


async def enter(visit: Visit, room_id: str, after: int, *, unseen: bool = False) -> JSON:
    """Subscribe to a room and read its log after `after`. Raises NotFound, NotAllowed (removed).

    `unseen`: without being counted, which only residents and guests may wish: who runs a room is seen in it.
    """
    standing = await access_room_to_enter(visit.viewer, room_id, logs=True)
    await _subscribe(visit, standing, unseen=unseen and not visit.viewer.is_staff)
    if standing.is_host and not standing.is_log:
        await set_host_seen(room_id)
        await come_on_duty(visit.app, standing)
    if standing.is_booth:
        await officer_came(visit.app, standing)
    me = (await persons({visit.viewer.id})).get(visit.viewer.id) if visit.viewer.id else None
    if standing.is_log:  # nothing is done in it but reading
        return {"room": await log_shown(room_id), "me": me, "held": [], **await catch_up(room_id, after, _AT_ENTRY)}
    return {
        "room": await (booth_room(standing) if standing.is_booth else access_surgery(room_id)),
        "me": me,
        **await catch_up(room_id, after, _AT_ENTRY),
        "held": await held_for(visit.app, standing),
        "on_duty": await on_duty_in(visit.app, room_id),
        # What surgeries have beside their log, a booth has not.
        **({} if standing.is_booth else await parts_of(AT_ENTRY, visit.app, standing)),
    }


async def read_on(visit: Visit, room_id: str, after: int, limit: int) -> JSON:
    """What follows, for a connection that is in the room, and whose person may still read it."""
    await access_room_to_enter(visit.viewer, room_id, logs=True)
    return await catch_up(room_id, after, limit)


async def catch_up(room_id: str, after: int, limit: int) -> JSON:
    """What follows `after`. An `after` beyond the log (a restored server) begins again from 0, with `reset`."""
    end = await last_seq(room_id)
    reset = after > end
    events = await read(room_id, 0 if reset else after, limit)
    reached = events[-1]["seq"] if events else 0 if reset else after
    return {"events": events, "last_seq": max(end, reached), "more": reached < end, "reset": reset}


async def read_log(viewer: Viewer, room_id: str, after: int, limit: int) -> JSON:
    """The same for anybody who asks once and does not stay. Raises NotFound."""
    standing = await access_room(viewer, room_id, logs=True)
    return await catch_up(standing.room_id, after, limit)


async def look_in(app: web.Application, viewer: Viewer, room_id: str) -> Standing:
    """Look at a room's page; a host who does so has come, and is on duty in an open one.

    Raises NotFound, NotAllowed (removed).
    """
    standing = await access_room_to_enter(viewer, room_id)
    if standing.is_host:
        await set_host_seen(room_id)
        await come_on_duty(app, standing)
    return standing


async def leave(visit: Visit, room_id: str) -> None:
    """Unsubscribe; nothing where one was not in."""
    if not is_in(visit, room_id):
        return
    await floor.leave(visit, room_id)
    await put_out(visit, room_id)
    await lost_sight(visit.app, str(visit.viewer.id), [room_id])
    await officer_gone(visit.app, visit.viewer, [room_id])


async def leave_all(visit: Visit) -> None:
    """The connection has ended."""
    await floor.leave(visit)
    rooms = visit.app[PRESENCE].leave_everywhere(visit)
    await lost_sight(visit.app, str(visit.viewer.id), rooms)
    await officer_gone(visit.app, visit.viewer, rooms)


def is_in(visit: Visit, room_id: str) -> bool:
    """Whether this connection follows the room now."""
    return is_subscribed(visit.app, visit.sid, f"room:{room_id}")


async def check_entered(visit: Visit, room_id: str) -> None:
    """Raises NotFound for an unknown room, NotAllowed for one that was not entered, or that one was removed from."""
    if not is_in(visit, room_id):
        await access_room_to_enter(visit.viewer, room_id, logs=True)
        raise NotAllowed(_("Enter the room first."))


async def held_for(app: web.Application, standing: Standing) -> list[JSON]:
    """What waits: one's own, all of it for the room's staff, but for what a sealed case holds."""
    if not standing.viewer.signed_in:
        return []
    rows = await store.held_in(standing.room_id, None if standing.is_staff else str(standing.viewer.id))
    rows = await without_sealed(app, standing, rows)
    people = await persons({row["author_id"] for row in rows})
    return [
        {
            "room": standing.room_id,
            "id": row["id"],
            "client_id": row["client_id"],
            "kind": row["kind"],
            "body": row["body"] if row["pending_body"] is None else row["pending_body"],
            "author": people[row["author_id"]],
            "reason": row["held_reason"],
            "emergency": row["emergency"],
        }
        for row in rows
    ]


async def _subscribe(visit: Visit, standing: Standing, *, unseen: bool) -> None:
    server, room_id = visit.app[LIVE], standing.room_id
    await server.enter_room(visit.sid, f"room:{room_id}", namespace=NAMESPACE)
    # Taken off too: whoever enters again after serving elsewhere must not go on hearing.
    await set_staff_channel(visit, room_id, hears=standing.is_staff, hosts=standing.is_host)
    presence = visit.app[PRESENCE]
    if not standing.is_booth:
        return presence.enter(room_id, visit, unseen=unseen)
    places = await places_of(standing)
    presence.enter(room_id, visit, unseen=places.unseen)
    if places.also_in:
        presence.enter(places.also_in, visit)
