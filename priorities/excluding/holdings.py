"""Who was kept from writing in priorities, as they and those who decided it take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.excluding.models import PriorityRestriction

JSON = dict[str, Any]
_COLUMNS = ("neighbourhood_id", "kind", "until", "reason", "created_at", "ended_at")


async def _restrictions(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(PriorityRestriction.filter(person_id=person), *_COLUMNS):
        yield {"neighbourhood": row.pop("neighbourhood_id"), **row}


async def _made(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(PriorityRestriction.filter(by_id=person), *_COLUMNS):
        yield {"neighbourhood": row.pop("neighbourhood_id"), **row}


HELD_BY_EXCLUDING = (
    Holding("priority_restrictions", ("priority_restriction.person_id",), _restrictions),
    Holding("priority_restrictions_made", ("priority_restriction.by_id",), _made),
)
