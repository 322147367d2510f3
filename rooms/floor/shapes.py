"""What a client sends about the floor. Tiles are whole numbers within the largest plan; all else is refused."""

from typing import Annotated

import msgspec

from rooms.event_shapes import InRoom
from rooms.floor.paths import LONGEST

Coordinate = Annotated[int, msgspec.Meta(ge=0, le=63)]
At = tuple[Coordinate, Coordinate]


class LookAtFloor(InRoom):
    floor: Annotated[int, msgspec.Meta(ge=1, le=1000)] = 1


class WalkOnFloor(InRoom):
    """`to`: the tile to go to; or `path`: every tile of the way, the one where one gets to next first."""

    to: At | None = None
    path: Annotated[list[At], msgspec.Meta(min_length=1, max_length=LONGEST)] | None = None
