"""Pictures of entries on their way in: encoded anew, whole, in two sizes."""

from typing import Any

from foundation.pictures.wholes import encoded_whole

FIELD = "picture"
"""What the form calls it."""


async def encoded(data: bytes) -> dict[str, Any]:
    """The columns `small`, `large`, `width`, `height` (of the large one); raises Invalid, Unavailable."""
    return await encoded_whole(data, FIELD)
