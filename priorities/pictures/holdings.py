"""The pictures that somebody sent, as they take them away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from priorities.pictures.store import TABLE

JSON = dict[str, Any]


async def _pictures(person: str) -> AsyncIterator[JSON]:
    async for row in TABLE.held_by(person):
        yield {"of": row.pop("owner_type"), "of_id": row.pop("owner_id"), **row}


HELD_BY_PICTURES = (Holding("priority_pictures", ("priority_picture.person_id",), _pictures),)
