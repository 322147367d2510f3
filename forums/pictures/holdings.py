"""The pictures that somebody sent, as they take them away."""

from base64 import b64encode
from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from forums.pictures.models import ReplyPicture
from foundation.paging import by_key

JSON = dict[str, Any]
_COLUMNS = ("reply_id", "sha256", "width", "height", "alt", "created_at", "removed_at")


async def _pictures(person: str) -> AsyncIterator[JSON]:
    """Each with its bytes (WebP, base64), read one by one; null where it was removed."""
    async for row in by_key(ReplyPicture.filter(person_id=person), *_COLUMNS):
        picture = await ReplyPicture.get(id=row["id"]).only("large")
        webp = b64encode(picture.large).decode() if picture.large else None
        yield {"reply": row.pop("reply_id"), **row, "webp": webp}


HELD_BY_PICTURES = (Holding("forum_pictures", ("forum_picture.person_id",), _pictures),)
