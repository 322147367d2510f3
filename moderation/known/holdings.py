"""What is known of somebody's posts, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from moderation.known.models import KnownPerson


async def _record(person: str) -> AsyncIterator[dict[str, Any]]:
    for row in await KnownPerson.filter(person_id=person).values(
        "began_at", "approved", "refused", "known_at", "lost_at"
    ):
        yield row


HELD_OF_KNOWN = (Holding("known_here", ("known_person.person_id",), _record),)
