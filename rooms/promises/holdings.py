"""What promises hold about a person, as they take it away: those that somebody made, owns or settled."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.promises.models import Promise


async def _promises(person: str) -> AsyncIterator[dict[str, Any]]:
    theirs = Promise.filter(Q(made_by=person) | Q(owner_id=person) | Q(settled_by=person))
    columns = ("room_id", "question_id", "text", "owner", "due_on", "state", "made_at", "outcome", "settled_at",
               "made_by", "owner_id", "settled_by")  # fmt: skip
    async for row in by_key(theirs, *columns):
        roles = {"made": "made_by", "owns": "owner_id", "settled": "settled_by"}
        part = {name: row.pop(column) == person for name, column in roles.items()}
        yield {"room": row.pop("room_id"), "question": row.pop("question_id"), **row, **part}


HELD_BY_PROMISES = (Holding("promises", ("promise.made_by", "promise.owner_id", "promise.settled_by"), _promises),)
