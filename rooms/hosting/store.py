"""Every query and insert about a room's mode, its hosts and its restrictions."""

from datetime import datetime
from typing import Any

from tortoise.expressions import Q
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


async def hold_room(room_id: str) -> None:
    """Let no other process keep anybody out here, or let them back, before the caller's transaction has ended."""
    await Room.filter(id=room_id).select_for_update().only("id")


async def add_restriction(restriction: Restriction) -> None:
    await restriction.save(force_create=True)


async def restrictions_on(room_id: str, person_id: str) -> list[Restriction]:
    """What is in force on a person here now, newest first."""
    return await _in_force(Restriction.filter(room_id=room_id, person_id=person_id))


async def restrictions_in(room_id: str) -> list[Restriction]:
    """Who is silenced or removed here now, newest first."""
    return await _in_force(Restriction.filter(room_id=room_id))


async def _in_force(found: QuerySet[Restriction]) -> list[Restriction]:
    now = clock.now()
    return [row for row in await found.filter(ended_at=None).order_by("-id") if row.until is None or row.until > now]


async def end_restriction(restriction: str) -> bool:
    """End one; False when somebody has already."""
    return bool(await Restriction.filter(id=restriction, ended_at=None).update(ended_at=clock.now()))


async def end_restriction_of(
    room_id: str, person_id: str, kind: RestrictionKind, until: datetime | None, decision: str
) -> bool:
    """End what came of a decision; one of before they were written down is known by its kind and end."""
    either = Q(decision_id=decision) | Q(decision_id=None, until=until)
    found = Restriction.filter(either, room_id=room_id, person_id=person_id, kind=kind, ended_at=None)
    return bool(await found.update(ended_at=clock.now()))


async def rooms_hosted_by(person_id: str) -> list[str]:
    """The rooms that somebody is a host of."""
    return [str(room) for room in await RoomHost.filter(person_id=person_id).values_list("room_id", flat=True)]


async def removed_since(moment: datetime) -> list[tuple[str, str]]:
    """Room and person of each removal since then that still holds."""
    removed = Restriction.filter(kind=RestrictionKind.REMOVE, ended_at=None, created_at__gte=moment)
    return [(str(room), str(person)) for room, person in await removed.values_list("room_id", "person_id")]
