"""Every query and insert about a room's mode, its hosts and its restrictions."""

from datetime import datetime
from typing import Any

from tortoise.queryset import QuerySet

from foundation import clock
from rooms.models import LogEntry, Mode, Restriction, RestrictionKind, Room, RoomHost


async def set_mode(room_id: str, mode: Mode, seconds: int | None) -> None:
    await Room.filter(id=room_id).update(mode=mode, mode_seconds=seconds)


async def mode_of(room_id: str) -> tuple[Mode, int | None]:
    """The room's mode now, with the seconds of slow mode."""
    [(mode, seconds)] = await Room.filter(id=room_id).values_list("mode", "mode_seconds")
    return Mode(mode), seconds


async def mode_before_lock(room_id: str) -> tuple[Mode, int | None]:
    """What a decision that locked the room found; open where nobody wrote it down."""
    entries = LogEntry.filter(room_id=room_id, kind="mode_changed").order_by("-seq").limit(1)
    for data in await entries.values_list("data", flat=True):
        said: dict[str, Any] = dict(data)
        return Mode(said.get("was", Mode.OPEN)), said.get("was_seconds")
    return Mode.OPEN, None


async def add_restriction(restriction: Restriction) -> None:
    """Insert it in the place of an older one of its kind: one is in force at a time, the newest says until when."""
    person = _in_force(restriction.room_id, restriction.person_id)  # type: ignore[attr-defined]
    await person.filter(kind=restriction.kind).update(ended_at=restriction.created_at)
    await restriction.save(force_create=True)


async def end_restrictions(room_id: str, person_id: str) -> int:
    """End all that is in force on a person; gives how many."""
    return await _in_force(room_id, person_id).update(ended_at=clock.now())


async def end_restriction(room_id: str, person_id: str, kind: RestrictionKind, until: datetime | None) -> None:
    """End one of this kind that ends then."""
    await _in_force(room_id, person_id).filter(kind=kind, until=until).update(ended_at=clock.now())


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
