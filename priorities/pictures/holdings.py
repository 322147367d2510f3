"""The pictures that somebody sent, as they take them away."""

from base64 import b64encode
from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.pictures.models import PriorityPicture

JSON = dict[str, Any]
_COLUMNS = ("owner_type", "owner_id", "sha256", "width", "height", "alt", "created_at", "removed_at")


async def _pictures(person: str) -> AsyncIterator[JSON]:
    """Each with its bytes (WebP, base64), read one by one; null where it was removed."""
    async for row in by_key(PriorityPicture.filter(person_id=person), *_COLUMNS):
        picture = await PriorityPicture.get(id=row["id"]).only("large")
        webp = b64encode(picture.large).decode() if picture.large else None
        yield {"of": row.pop("owner_type"), "of_id": row.pop("owner_id"), **row, "webp": webp}


HELD_BY_PICTURES = (Holding("priority_pictures", ("priority_picture.person_id",), _pictures),)
