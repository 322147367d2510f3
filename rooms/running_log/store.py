"""Every query and insert about running logs, their entries and pictures."""

from collections.abc import AsyncIterator, Collection
from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from foundation import clock
from foundation.ids import new_id
from foundation.paging import by_key
from rooms.models import Room, RoomHost, RoomKind, Status
from rooms.running_log.models import EntryState, RunningEntry, RunningLog, RunningPicture
from rooms.running_log.wanted import Wanted

JSON = dict[str, Any]
ENTRY = (
    "id", "room_id", "number", "client_id", "author_id", "at", "place", "category", "body", "html", "state",
    "created_at", "edited_at",
)  # fmt: skip
_PICTURE = ("id", "entry_id", "width", "height", "alt")


async def add_log(log_id: str, place: JSON, values: JSON, by: str) -> None:
    """Insert a log with its open room, and who made it as its host. Inside the caller's transaction."""
    now = clock.now()
    await Room.create(
        id=log_id, force_id=place["force_id"], neighbourhood_id=place["neighbourhood_id"] or "", status=Status.OPEN,
        kind=RoomKind.LOG, opened_at=now,
    )  # fmt: skip
    await RoomHost.create(id=new_id(), room_id=log_id, person_id=by)
    await RunningLog.create(id=log_id, starts_at=now, created_by=by, created_at=now, **place, **values)


async def find_log(log_id: str) -> JSON:
    """A log that there is, as a row."""
    [row] = await RunningLog.filter(id=log_id).values()
    return row


async def logs(most: int, neighbourhood: str | None = None, force: str | None = None) -> list[JSON]:
    """The newest logs, of everywhere, or of a neighbourhood: its own and its force's."""
    rows = RunningLog.all()
    if neighbourhood is not None:
        rows = rows.filter(Q(neighbourhood_id=neighbourhood) | Q(neighbourhood_id=None, force_id=force))
    return list(await rows.order_by("-starts_at", "-id").limit(most).values())


async def statuses(ids: Collection[str]) -> dict[str, str]:
    return {str(row["id"]): str(row["status"]) for row in await Room.filter(id__in=list(ids)).values("id", "status")}


async def set_closed(log_id: str) -> bool:
    """Close an open log; False where somebody was first."""
    closed = Room.filter(id=log_id, status=Status.OPEN)
    if not await closed.update(status=Status.CLOSED, closed_at=clock.now()):
        return False
    await RunningLog.filter(id=log_id).update(ends_at=clock.now())
    return True


async def last_seq(log_id: str) -> int:
    return int((await Room.get(id=log_id).values("last_seq"))["last_seq"])


async def add_entry(entry_id: str, values: JSON) -> None:
    """Insert an entry with the next number. Under the room's lock, which the entry of its log takes."""
    last = await RunningEntry.filter(room_id=values["room_id"]).order_by("-number").limit(1).values_list("number")
    number = (last[0][0] if last else 0) + 1
    await RunningEntry.create(id=entry_id, number=number, created_at=clock.now(), **values)


async def find_entry(log_id: str, entry_id: str) -> JSON | None:
    found = await RunningEntry.filter(room_id=log_id, id=entry_id).values(*ENTRY)
    return found[0] if found else None


async def find_by_client_id(log_id: str, author_id: str, client_id: str) -> str | None:
    mine = RunningEntry.filter(room_id=log_id, author_id=author_id, client_id=client_id)
    found = await mine.values_list("id", flat=True)
    return str(found[0]) if found else None


async def set_entry(entry_id: str, **changes: Any) -> bool:
    """Change an entry that is published; False where it was taken down meanwhile."""
    return bool(await RunningEntry.filter(id=entry_id, state=EntryState.PUBLISHED).update(**changes))


async def entries(log_id: str, wanted: Wanted) -> list[JSON]:
    """The entries asked for, the newest number first."""
    rows = RunningEntry.filter(_matching(log_id, wanted)).order_by("-number")
    return list(await rows.limit(wanted.limit).values(*ENTRY))


async def entries_by_id(ids: Collection[str]) -> list[JSON]:
    return list(await RunningEntry.filter(id__in=list(ids)).values(*ENTRY))


async def every_entry(log_id: str) -> AsyncIterator[JSON]:
    """All that are published, in the order of writing."""
    async for row in by_key(RunningEntry.filter(room_id=log_id, state=EntryState.PUBLISHED), *ENTRY):
        yield row


async def times_and_categories(log_id: str) -> list[tuple[datetime, str]]:
    rows = RunningEntry.filter(room_id=log_id, state=EntryState.PUBLISHED).order_by("at")
    return [(row["at"], row["category"]) for row in await rows.values("at", "category")]


async def set_picture(entry_id: str, picture: JSON) -> None:
    """Keep an entry's picture in the place of the one before, which is gone with it."""
    await remove_picture(entry_id)
    await RunningPicture.create(id=new_id(), entry_id=entry_id, created_at=clock.now(), **picture)


async def set_alt(entry_id: str, alt: str) -> None:
    await RunningPicture.filter(entry_id=entry_id).update(alt=alt)


async def remove_picture(entry_id: str) -> None:
    await RunningPicture.filter(entry_id=entry_id).delete()


async def pictures_of(entry_ids: Collection[str]) -> dict[str, JSON]:
    """The pictures by their entry's id, without their bytes."""
    rows = await RunningPicture.filter(entry_id__in=list(entry_ids)).values(*_PICTURE) if entry_ids else []
    return {str(row["entry_id"]): row for row in rows}


async def shown_picture(picture_id: str, size: str) -> bytes | None:
    """A picture's bytes while its entry is published."""
    found = await RunningPicture.filter(id=picture_id).values("entry_id", size)
    if not found or not await RunningEntry.filter(id=found[0]["entry_id"], state=EntryState.PUBLISHED).exists():
        return None
    return bytes(found[0][size])


def _matching(log_id: str, wanted: Wanted) -> Q:
    condition = Q(room_id=log_id, state=EntryState.PUBLISHED)
    if wanted.category:
        condition &= Q(category=wanted.category)
    if wanted.place:
        condition &= Q(place__icontains=wanted.place)
    if wanted.since:
        condition &= Q(at__gte=wanted.since)
    if wanted.until:
        condition &= Q(at__lte=wanted.until)
    if wanted.before:
        condition &= Q(number__lt=wanted.before)
    return condition
