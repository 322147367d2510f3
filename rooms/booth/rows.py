"""A booth's row, for who has been let through to it."""

from typing import Any

from foundation.errors import NotFound
from foundation.language import _
from rooms.booth import store

JSON = dict[str, Any]


async def booth_row(booth_id: str) -> JSON:
    booth = await store.find_booth(booth_id)
    if booth is None:
        raise NotFound(_("There is no such room."))
    return booth
