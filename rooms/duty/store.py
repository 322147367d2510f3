"""Every query about the hosts of open rooms."""

from collections.abc import Collection
from datetime import datetime

from foundation.queries import Query
from rooms.models import Room, RoomHost, Status

# Who serves elsewhere by now, or is suspended, holds nothing here (see `rooms.policy`); a guest host is no officer.
_HOSTS_OF_OPEN = Query(
    """
    SELECT room_host.person_id FROM room_host
    JOIN room ON room.id = room_host.room_id
    JOIN person ON person.id = room_host.person_id AND person.force_id = room.force_id
    LEFT JOIN person_neighbourhood AS serves
           ON serves.person_id = person.id AND serves.neighbourhood_id = room.neighbourhood_id
    WHERE room.id = ? AND room.status = 'open' AND person.role = 'officer'
      AND person.suspended_at IS NULL AND person.closed_at IS NULL AND (person.scope = 'force' OR serves.id IS NOT NULL)
    ORDER BY room_host.id
    """
)


async def hosts_of_open(room_id: str) -> list[str]:
    """The ids of a room's officers who serve where it is, in their order; nobody's while it is not open."""
    return [str(row["person_id"]) for row in await _HOSTS_OF_OPEN.rows(room_id)]


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
    return found[0] if found else None  # type: ignore[return-value]  # one column alone, by flat=True
