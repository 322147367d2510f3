"""What clients send about pictures, and how the JSON API describes them."""

from typing import Annotated

import msgspec

PictureIds = Annotated[list[Annotated[str, msgspec.Meta(max_length=16)]], msgspec.Meta(max_length=8)]


class PictureWords(msgspec.Struct):
    """What a picture shows, for people who can’t see it."""

    alt: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


class Picture(msgspec.Struct):
    """A picture: the paths of its two sizes, and the pixels of the large one."""

    id: str
    alt: str
    width: int
    height: int
    small: str
    large: str
