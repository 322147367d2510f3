"""Private rooms: who is in one, and what becomes of it."""

from dataclasses import dataclass
from typing import Any

from rooms.standing import Standing

JSON = dict[str, Any]


@dataclass(frozen=True)
class Places:
    """Where a connection to a booth is counted."""

    unseen: bool
    also_in: str | None


async def booth_room(standing: Standing) -> JSON:
    """A booth as its screens get it."""
    return {"id": standing.room_id}


async def places_of(standing: Standing) -> Places:
    """Where a connection to a booth is counted."""
    return Places(unseen=False, also_in=None)
