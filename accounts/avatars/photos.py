"""Officers' photos on their way in: cut to a square, in three sizes."""

from foundation.pictures.process import LARGEST as LARGEST  # the cap of the form that sends one
from foundation.pictures.process import encode as encoded


async def encode(data: bytes) -> tuple[bytes, ...]:
    """The photo as WebP of 64, 128 and 512 pixels a side, without metadata; raises Invalid, Unavailable."""
    return await encoded(data, "square", "photo")
