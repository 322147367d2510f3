"""Pictures of entries on their way in: encoded anew, whole, in two sizes."""

import struct
from typing import Any

from foundation.pictures.process import encode

FIELD = "picture"
"""What the form calls it."""


async def encoded(data: bytes) -> dict[str, Any]:
    """The columns `small`, `large`, `width`, `height` (of the large one); raises Invalid, Unavailable."""
    small, large = await encode(data, "whole", FIELD)
    width, height = _size(large)
    return {"small": small, "large": large, "width": width, "height": height}


def _size(webp: bytes) -> tuple[int, int]:
    """Width and height of a lossy WebP that we made (RFC 9649: fourteen bits each in the frame's header)."""
    width, height = struct.unpack_from("<HH", webp, 26)
    return width & 0x3FFF, height & 0x3FFF
