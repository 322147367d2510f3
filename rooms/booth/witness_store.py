"""Every query about which officers are in a booth, and whether it is kept for a supervisor."""

from collections.abc import Collection
from datetime import datetime

from foundation import clock
from rooms.booth.models import Booth
from rooms.models import Message, RoomHost


async def set_seen(booth_id: str, officers: Collection[str]) -> None:
    """These officers are in the booth now."""
    await RoomHost.filter(room_id=booth_id, person_id__in=list(officers)).update(seen_at=clock.now())


async def set_gone(booth_id: str, officer: str) -> None:
    await RoomHost.filter(room_id=booth_id, person_id=officer).update(seen_at=None)


async def count_present(booth_id: str, since: datetime) -> int:
    """How many of its officers were there since then, and have not gone."""
    return await RoomHost.filter(room_id=booth_id, seen_at__gte=since).count()


async def watched_booths(booth_ids: Collection[str] | None = None) -> list[str]:
    """Of these booths, or of all, those that a child has open and that two officers, not a supervisor, watch over."""
    watched = Booth.filter(young=True, recorded=False, closed_at=None)
    if booth_ids is not None:
        watched = watched.filter(id__in=list(booth_ids))
    return [str(booth) for booth in await watched.values_list("id", flat=True)]


async def is_recorded_with_a_child(booth_id: str) -> bool:
    return await Booth.filter(id=booth_id, young=True, recorded=True).exists()


async def set_recorded(booth_id: str, recorded: bool) -> bool:
    """Gives whether that is new."""
    return bool(await Booth.filter(id=booth_id, recorded=not recorded).update(recorded=recorded))


async def has_words(booth_id: str) -> bool:
    return await Message.filter(room_id=booth_id).exists()
