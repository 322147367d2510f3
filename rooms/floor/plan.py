"""A floor plan: its file's shape, and the grid that people walk on."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Annotated

import msgspec

from rooms.floor.tiles import Grid, Tile, distance

MOST_WIDE, MOST_HIGH, LEAST = 24, 18, 6
"""Tiles. A wider one could not be read on a phone."""

Number = Annotated[int, msgspec.Meta(ge=0, le=63)]
At = Annotated[tuple[Number, Number], msgspec.Meta(description="A tile: column and row from the upper left, from 0.")]
Size = Annotated[tuple[Number, Number], msgspec.Meta(description="Tiles wide and high.")]
Wall = Annotated[tuple[Number, Number, Number, Number], msgspec.Meta(description="Column, row, tiles wide and high.")]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Tiles = Annotated[list[At], msgspec.Meta(max_length=40)]


class Kind(StrEnum):
    """What stands on a floor."""

    DESK = "desk"
    SOFA = "sofa"
    BOARD = "board"
    DOOR = "door"
    PLANT = "plant"
    CHAIRS = "chairs"
    TABLE = "table"
    SHELF = "shelf"
    RUG = "rug"
    WINDOW = "window"


PLACES = (Kind.DESK, Kind.BOARD, Kind.SOFA, Kind.DOOR)
"""What people walk to in order to use it, in the order in which it is offered."""
_UNDER_FOOT = frozenset({Kind.DOOR, Kind.CHAIRS, Kind.RUG, Kind.WINDOW})


class Thing(msgspec.Struct, forbid_unknown_fields=True):
    """One thing. `use`: the tiles from which it is used; those on the thing itself are seats that people walk onto.

    `seats`: a desk's, behind it, for the officers.
    """

    kind: Kind
    at: At
    size: Size = (1, 1)
    use: Tiles = []
    seats: Tiles = []

    @property
    def tiles(self) -> list[Tile]:
        (x, y), (width, height) = self.at, self.size
        return [(column, row) for row in range(y, y + height) for column in range(x, x + width)]

    @property
    def hangs(self) -> bool:
        """Whether it is on the wall behind the room, and takes no floor."""
        return self.at[1] == 0 and self.kind in (Kind.BOARD, Kind.DOOR, Kind.WINDOW)

    @property
    def stands_in_the_way(self) -> bool:
        return self.kind not in _UNDER_FOOT and not self.hangs


class Plan(msgspec.Struct, forbid_unknown_fields=True, dict=True):
    """A floor. The outer walls are always there; `walls` are those inside."""

    id: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9-]{1,31}$")]
    name: Words
    size: Size
    furniture: Annotated[list[Thing], msgspec.Meta(max_length=120)]
    spawn: Tiles
    walls: Annotated[list[Wall], msgspec.Meta(max_length=60)] = []
    name_cy: Words | None = None
    default: bool = False

    @cached_property
    def grid(self) -> Grid:
        """Where one may walk: not on walls, furniture or the officers' seats."""
        width, height = self.size
        return Grid(width, height, frozenset(self._blocked()))

    @cached_property
    def places(self) -> list[Thing]:
        """What people walk to, one of a kind, in the order of the list beside the floor."""
        return [thing for kind in PLACES for thing in self.of(kind)[:1]]

    @property
    def seats(self) -> list[Tile]:
        """Behind the desk."""
        return [seat for desk in self.of(Kind.DESK)[:1] for seat in desk.seats]

    def of(self, kind: Kind) -> list[Thing]:
        return [thing for thing in self.furniture if thing.kind == kind]

    def place_at(self, tile: Sequence[float]) -> Kind | None:
        """What somebody on this tile is at: what is used from it, or from one beside it."""
        at = (round(tile[0]), round(tile[1]))
        near = [(distance(at, use), thing.kind) for thing in self.places for use in thing.use]
        closest = min(near, key=lambda found: found[0], default=None)
        return closest[1] if closest and closest[0] < 2 else None

    def _blocked(self) -> Iterator[Tile]:
        for x, y, width, height in self.walls:
            yield from Thing(Kind.TABLE, (x, y), (width, height)).tiles
        for thing in self.furniture:
            yield from thing.seats
            if thing.stands_in_the_way:
                yield from (tile for tile in thing.tiles if tile not in thing.use)
