"""In a room one is on duty: shifts that a room begins and ends, and the words that its header shows."""

from typing import Any

from aiohttp import web

from accounts.duty.service import begin_room_shift, duty_of, end_room_shift, on_duty_by_rooms
from accounts.people import persons
from foundation.clock import rfc3339
from foundation.permissions import Role, Viewer
from rooms.duty import store
from rooms.duty.broadcast import duty_changed
from rooms.presence import PRESENCE
from rooms.standing import Standing

JSON = dict[str, Any]


async def on_duty_in(app: web.Application, room_id: str) -> list[JSON]:
    """The hosts who are on duty in a room, as its screens get them: `{person, code, until}`; none while not open."""
    hosts = await store.hosts_of_open(room_id)
    duties = await duty_of(app, hosts)
    people = await persons(duties)
    return [
        {"person": people[host], "code": duties[host]["code"], "until": rfc3339(duties[host]["until"])}
        for host in hosts
        if host in duties
    ]


async def come_on_duty(app: web.Application, standing: Standing) -> None:
    """A host has come into an open room, and is on duty in it."""
    if standing.is_host and standing.is_open:
        await put_on_duty(app, standing.room_id, standing.viewer)


async def room_opened(app: web.Application, room_id: str, viewer: Viewer) -> None:
    """A host has opened the room, and is on duty in it."""
    await put_on_duty(app, room_id, viewer)
    await duty_changed(app, room_id, await on_duty_in(app, room_id))


async def room_closed(app: web.Application, room_id: str) -> None:
    """Take the words off the closed room's screens, and its hosts off duty who were on only for rooms."""
    await duty_changed(app, room_id, [])
    for host in await store.without_open_room(await store.hosts_of(room_id)):
        await end_room_shift(app, host)


async def tell_duty_changed(app: web.Application, officer: str) -> None:
    """An officer went on duty or off: to every open room that they host."""
    for room_id in await store.open_rooms_of(officer):
        await duty_changed(app, room_id, await on_duty_in(app, room_id))


async def keep_hosts_on_duty(app: web.Application) -> None:
    """Put on duty the hosts who waited in a room when the clock opened it, or whose twelve hours ran out in it."""
    for room_id, present in app[PRESENCE].officers_by_room().items():
        hosts = await persons([host for host in await store.hosts_of_open(room_id) if host in present])
        duties = await duty_of(app, hosts)
        for host, person in hosts.items():
            if person["officer"] and host not in duties:
                await put_on_duty(app, room_id, Viewer(id=host, role=Role.OFFICER))


async def end_duty_without_rooms(app: web.Application) -> None:
    """Take off duty whom a room had put on, where the last one closed and its server stopped before it did so."""
    for host in await store.without_open_room(await on_duty_by_rooms()):
        await end_room_shift(app, host)


async def keep_on_duty(app: web.Application, room_id: str, viewer: Viewer) -> None:
    """Have somebody on duty in an open room that they host, as long as they do not go off by hand."""
    if viewer.id in await store.hosts_of_open(room_id):
        await put_on_duty(app, room_id, viewer)


async def put_on_duty(app: web.Application, room_id: str, viewer: Viewer) -> None:
    """Begin the shift of a host in an open room, unless they are in one, or went off duty by hand since it opened."""
    opened_at = await store.opened_at(room_id)
    if opened_at is not None:
        await begin_room_shift(app, str(viewer.id), opened_at, viewer)
