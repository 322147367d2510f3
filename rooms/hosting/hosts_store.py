"""Every query and insert about who holds one surgery."""

from foundation.ids import new_id
from rooms.models import RoomHost


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
