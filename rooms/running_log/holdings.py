"""What running logs hold about a person of the staff, as they take it away: what they began and wrote."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.running_log.models import RunningEntry, RunningLog

JSON = dict[str, Any]


async def _begun(person: str) -> AsyncIterator[JSON]:
    columns = ("title", "about", "categories", "neighbourhood_id", "starts_at", "ends_at", "created_at")
    async for row in by_key(RunningLog.filter(created_by=person), *columns):
        yield {"neighbourhood": row.pop("neighbourhood_id"), **row}


async def _written(person: str) -> AsyncIterator[JSON]:
    columns = ("room_id", "number", "at", "place", "category", "body", "state", "created_at", "edited_at")
    async for row in by_key(RunningEntry.filter(author_id=person), *columns):
        yield {"log": row.pop("room_id"), **row}


HELD_BY_LOGS = (
    Holding("logs_begun", ("running_log.created_by",), _begun),
    Holding("log_entries", ("running_entry.author_id",), _written),
)
