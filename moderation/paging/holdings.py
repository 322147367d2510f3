"""What calls hold about a person, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.paging.models import Page


async def _seen(person: str) -> AsyncIterator[dict[str, Any]]:
    async for row in by_key(Page.filter(seen_by_id=person), "kind", "at", "seen_at"):
        yield row


HELD_OF_CALLS = (Holding("calls_seen", ("page.seen_by_id",), _seen),)
