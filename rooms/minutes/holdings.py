"""What minutes hold about a person of the staff, as they take it away: which they drafted, approved, published."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.minutes.models import Minutes, MinutesEdition

JSON = dict[str, Any]


async def _minutes(person: str) -> AsyncIterator[JSON]:
    theirs = Minutes.filter(Q(drafted_by=person) | Q(approved_by=person))
    async for row in by_key(theirs, "drafted_by", "approved_by", "state", "drafted_at", "approved_at"):
        part = {"drafted": row.pop("drafted_by") == person, "approved": row.pop("approved_by") == person}
        yield {"surgery": row.pop("id"), **row, **part}


async def _editions(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(MinutesEdition.filter(published_by=person), "minutes_id", "number", "published_at"):
        yield {"surgery": row["minutes_id"], "edition": row["number"], "published_at": row["published_at"]}


HELD_BY_MINUTES = (
    Holding("minutes", ("minutes.drafted_by", "minutes.approved_by"), _minutes),
    Holding("minutes_published", ("minutes_edition.published_by",), _editions),
)
