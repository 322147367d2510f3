"""What appeals hold about a person, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.appeals.models import Appeal

JSON = dict[str, Any]
_APPEALED = ("decision_id", "at", "state", "decided_at", "reason")


async def _made(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Appeal.filter(person_id=person), *_APPEALED, "text"):
        yield row


async def _decided(person: str) -> AsyncIterator[JSON]:
    """Without the words of who appealed, which are theirs."""
    async for row in by_key(Appeal.filter(decided_by_id=person), *_APPEALED):
        yield row


HELD_BY_APPEALS = (
    Holding("appeals_made", ("appeal.person_id",), _made),
    Holding("appeals_decided", ("appeal.decided_by_id",), _decided),
)
