"""Every query and insert about who holds one surgery."""

from datetime import datetime

from foundation.ids import new_id
from foundation.models import AuditEntry
from rooms.models import RoomHost

_NAMED = frozenset({"surgery.add_host", "surgery.remove_host", "surgery.take_over"})
_LEFT = "booth.step_out"


async def add_host(room_id: str, person: str) -> bool:
    """Let somebody hold it; False where they do."""
    if await RoomHost.filter(room_id=room_id, person_id=person).exists():
        return False
    await RoomHost.create(id=new_id(), room_id=room_id, person_id=person)
    return True


async def remove_host(room_id: str, person: str) -> bool:
    """Let somebody hold it no more; False where they did not."""
    return bool(await RoomHost.filter(room_id=room_id, person_id=person).delete())


async def hosts_of(room_id: str) -> list[str]:
    """The ids of all who hold it, in the order in which they were named."""
    rows = RoomHost.filter(room_id=room_id).order_by("id")
    return [str(person) for person in await rows.values_list("person_id", flat=True)]


async def changed_since(moment: datetime) -> set[str]:
    """Who was let hold a room since then, or holds one no more, in whichever process: the audit tells."""
    entries = AuditEntry.filter(at__gte=moment, act__in=[*_NAMED, _LEFT])
    rows = await entries.values("act", "actor_id", "details")
    return {str(row["actor_id"] if row["act"] == _LEFT else row["details"]["person"]) for row in rows}
