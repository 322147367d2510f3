"""Every query and insert about a room's mode, its hosts and its restrictions."""

from datetime import datetime

from tortoise.queryset import QuerySet

from foundation import clock
from rooms.models import Mode, Restriction, RestrictionKind, Room, RoomHost


async def set_mode(room_id: str, mode: Mode, seconds: int | None) -> None:
    await Room.filter(id=room_id).update(mode=mode, mode_seconds=seconds)


async def add_restriction(restriction: Restriction) -> None:
    """Insert it in the place of an older one of its kind: one is in force at a time, the newest says until when."""
    person = _in_force(restriction.room_id, restriction.person_id)  # type: ignore[attr-defined]
    await person.filter(kind=restriction.kind).update(ended_at=restriction.created_at)
    await restriction.save(force_create=True)


async def end_restrictions(room_id: str, person_id: str) -> int:
    """End all that is in force on a person; gives how many."""
    return await _in_force(room_id, person_id).update(ended_at=clock.now())


def _in_force(room_id: str, person_id: str) -> QuerySet[Restriction]:
    return Restriction.filter(room_id=room_id, person_id=person_id, ended_at=None)


async def restrictions_in(room_id: str) -> list[Restriction]:
    """Who is silenced or removed here now, newest first."""
    now = clock.now()
    rows = await Restriction.filter(room_id=room_id, ended_at=None).order_by("-id")
    return [row for row in rows if row.until is None or row.until > now]


async def rooms_hosted_by(person_id: str) -> list[str]:
    """The rooms that somebody is a host of."""
    return [str(room) for room in await RoomHost.filter(person_id=person_id).values_list("room_id", flat=True)]


async def removed_since(moment: datetime) -> list[tuple[str, str]]:
    """Room and person of each removal since then that still holds."""
    removed = Restriction.filter(kind=RestrictionKind.REMOVE, ended_at=None, created_at__gte=moment)
    return [(str(room), str(person)) for room, person in await removed.values_list("room_id", "person_id")]
