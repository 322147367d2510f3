"""What drills hold about a person, as they take it away: the made-up emergencies that they looked at first."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from moderation.drills.models import Drill


async def _looked_at(person: str) -> AsyncIterator[dict[str, Any]]:
    for row in await Drill.filter(seen_by_id=person).order_by("id").values("week", "posted_at", "seen_at"):
        yield row


HELD_OF_DRILLS = (Holding("drills_looked_at", ("drill.seen_by_id",), _looked_at),)
