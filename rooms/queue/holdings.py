"""What queues hold about a person, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.queue.models import Ticket

JSON = dict[str, Any]


async def _tickets(person: str) -> AsyncIterator[JSON]:
    columns = ("room_id", "number", "state", "about", "call_back", "quiet", "age_band", "created_at", "called_at",
               "ended_at")  # fmt: skip
    async for row in by_key(Ticket.filter(person_id=person), *columns):
        yield {"room": row.pop("room_id"), **row}


async def _calls(person: str) -> AsyncIterator[JSON]:
    """An officer's own calls, without whom they called."""
    async for row in by_key(Ticket.filter(called_by=person), "room_id", "called_at"):
        yield {"room": row["room_id"], "called_at": row["called_at"]}


HELD_BY_QUEUES = (
    Holding("tickets", ("ticket.person_id",), _tickets),
    Holding("tickets_called", ("ticket.called_by",), _calls),
)
