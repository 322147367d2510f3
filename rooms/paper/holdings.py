"""What a person entered from printed sheets, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.paper.models import PaperCount

JSON = dict[str, Any]


async def _entered(person: str) -> AsyncIterator[JSON]:
    columns = ("room_id", "subject_type", "subject_id", "option", "count", "entered_at")
    async for row in by_key(PaperCount.filter(entered_by=person), *columns):
        yield {"room": row.pop("room_id"), **row}


HELD_BY_PAPER = (Holding("paper_counts_entered", ("paper_count.entered_by",), _entered),)
