"""Every query about the hosts of open rooms."""

from collections.abc import Collection
from datetime import datetime

from rooms.models import Room, RoomHost, Status


async def hosts_of_open(room_id: str) -> list[str]:
    """The ids of a room's hosts, in their order; nobody's while it is not open."""
    hosts = RoomHost.filter(room_id=room_id, room__status=Status.OPEN).order_by("id")
    return [str(host) for host in await hosts.values_list("person_id", flat=True)]


async def hosts_of(room_id: str) -> list[str]:
    """The ids of a room's hosts, in every status."""
    return [str(host) for host in await RoomHost.filter(room_id=room_id).values_list("person_id", flat=True)]


async def open_rooms_of(host: str) -> list[str]:
    """The ids of the open rooms that somebody hosts."""
    hosted = RoomHost.filter(person_id=host, room__status=Status.OPEN)
    return [str(room) for room in await hosted.values_list("room_id", flat=True)]


async def without_open_room(hosts: Collection[str]) -> list[str]:
    """Who of these hosts no open room."""
    hosting = RoomHost.filter(person_id__in=list(hosts), room__status=Status.OPEN)
    busy = {str(host) for host in await hosting.values_list("person_id", flat=True)}
    return [host for host in hosts if host not in busy]


async def opened_at(room_id: str) -> datetime | None:
    """When a room was opened; None before that."""
    found = await Room.filter(id=room_id).values_list("opened_at", flat=True)
    return found[0] if found else None  # type: ignore[return-value]
