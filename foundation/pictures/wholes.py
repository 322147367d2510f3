"""Pictures that are shown as they were taken, whole: encoded anew in two sizes, as the columns that keep them."""

import struct
from typing import Any

from foundation.pictures.process import encode


async def encoded_whole(data: bytes, field: str) -> dict[str, Any]:
    """The columns `small`, `large`, `width`, `height` (of the large one); raises Invalid at `field`, Unavailable."""
    small, large = await encode(data, "whole", field)
    width, height = _size(large)
    return {"small": small, "large": large, "width": width, "height": height}


def _size(webp: bytes) -> tuple[int, int]:
    """Width and height of a lossy WebP that we made (RFC 9649: fourteen bits each in the frame's header)."""
    width, height = struct.unpack_from("<HH", webp, 26)
    return width & 0x3FFF, height & 0x3FFF
