"""What the queue holds about who works in it, as they take it away: what they were shown, and what they passed on."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.queue.models import Declined, Exposure


async def _exposures(person: str) -> AsyncIterator[dict[str, Any]]:
    async for row in by_key(Exposure.filter(person_id=person), "item_id", "kind", "at"):
        yield row


async def _declined(person: str) -> AsyncIterator[dict[str, Any]]:
    async for row in by_key(Declined.filter(person_id=person), "item_id", "at"):
        yield row


HELD_BY_QUEUE = (
    Holding("hard_items_opened", ("exposure.person_id",), _exposures),
    Holding("items_passed_on", ("declined.person_id",), _declined),
)
