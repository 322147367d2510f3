"""What the queue holds about a person, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.items.models import ReviewItem

_COLUMNS = ("target_type", "target_id", "revision", "state", "opened_at", "decided_at")


async def _about(person: str) -> AsyncIterator[dict[str, Any]]:
    """Without why, and without what others flagged until somebody has decided: that would give the flaggers away."""
    known = ReviewItem.filter(author_id=person).exclude(cause="flagged", state="open")
    async for row in by_key(known, *_COLUMNS):
        yield row


async def _claimed(person: str) -> AsyncIterator[dict[str, Any]]:
    async for row in by_key(ReviewItem.filter(claimed_by_id=person), "target_type", "state", "claimed_until"):
        yield row


HELD_BY_ITEMS = (
    Holding("reviewed_of_me", ("review_item.author_id",), _about),
    Holding("review_items_claimed", ("review_item.claimed_by_id",), _claimed),
)
