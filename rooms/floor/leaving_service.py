"""Who is off the floor: by their own will, with their connection, put out, or with everybody."""

from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Unavailable
from foundation.fanout import unsubscribe
from foundation.live_events import Visit
from rooms.floor import broadcast
from rooms.floor.crowd import go_out, renew, take_all
from rooms.floor.crowds import CROWDS
from rooms.floor.hearing import hear
from rooms.floor.tabs import TABS


async def step_out(visit: Visit, room_id: str) -> dict[str, Any]:
    """Be seen no more; one goes on looking. Nothing for who is not on the floor."""
    visit.app[TABS].step_out(visit.sid, room_id)
    await _take_off(visit.app, room_id, str(visit.viewer.id), None)
    return {}


async def leave(visit: Visit, room_id: str | None = None) -> None:
    """A connection has left a room, or has ended: its person is off the floor with their last one."""
    tabs = visit.app[TABS]
    for room in [room_id] if room_id else tabs.rooms_of(visit.sid):
        await hear(visit, room, None)
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
    try:
        gone = await app[CROWDS].change(room_id, take_all)
    except Unavailable:
        # As below: the places are forgotten in a minute.
        return
    for walker in gone:
        await broadcast.stepped_out(app, room_id, walker.floor, walker.person)


async def keep_standing(app: web.Application) -> None:
    """Say again that this process's people are there; others are forgotten when theirs says nothing more."""
    for room_id, people in app[TABS].standing().items():
        for walker in await app[CROWDS].change(room_id, partial(renew, people=people, now=clock.now().timestamp())):
            await broadcast.stepped_out(app, room_id, walker.floor, walker.person)


async def _take_off(app: web.Application, room_id: str, person: str, tab: str | None) -> None:
    try:
        gone = await app[CROWDS].change(room_id, lambda crowd: go_out(crowd, person, tab))
    except Unavailable:
        # Redis is away, and with it everybody's place: it forgets this one in a minute.
        return
    if gone is not None:
        await broadcast.stepped_out(app, room_id, gone.floor, person)
