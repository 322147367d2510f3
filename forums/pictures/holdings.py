"""The pictures that somebody sent, as they take them away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from forums.pictures.store import TABLE

JSON = dict[str, Any]


async def _pictures(person: str) -> AsyncIterator[JSON]:
    async for row in TABLE.held_by(person):
        yield {"reply": row.pop("reply_id"), **row}


HELD_BY_PICTURES = (Holding("forum_pictures", ("forum_picture.person_id",), _pictures),)
