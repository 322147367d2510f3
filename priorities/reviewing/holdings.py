"""What somebody said of priorities in reviews, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.reviewing.models import Review

JSON = dict[str, Any]


async def _reviews(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Review.filter(person_id=person), "priority_id", "verdict", "at"):
        yield {"priority": row["priority_id"], "verdict": row["verdict"], "at": row["at"]}


HELD_BY_REVIEWING = (Holding("priority_reviews", ("priority_review.person_id",), _reviews),)
