"""What booths hold about a person, as they take it away. Their own words in them are with their other words."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.booth.models import Booth, BoothReading

JSON = dict[str, Any]


async def _booths(person: str) -> AsyncIterator[JSON]:
    columns = ("kind", "recorded", "opened_at", "closed_at", "purge_at")
    async for row in by_key(Booth.filter(resident_id=person), *columns):
        yield row


async def _readings(person: str) -> AsyncIterator[JSON]:
    """A supervisor's own readings, without whose words they read."""
    async for row in by_key(BoothReading.filter(person_id=person), "reason", "at"):
        yield row


HELD_BY_BOOTHS = (
    Holding("private_conversations", ("booth.resident_id",), _booths),
    Holding("private_conversations_read", ("booth_reading.person_id",), _readings),
)
