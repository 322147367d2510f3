"""The floor as a grid of tiles, and what is one step from what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

Tile = tuple[int, int]
"""Column and row, from the upper left corner, from 0."""

Point = tuple[float, float]
"""A place between tiles too, in tiles."""

_KEPT = 8192
"""Tiles whose steps are remembered: those of twenty plans."""
_STEPS = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0))


@dataclass(frozen=True)
class Grid:
    """`blocked` are the tiles that nobody stands on: walls and furniture."""

    width: int
    height: int
    blocked: frozenset[Tile] = frozenset()

    def is_free(self, tile: Tile) -> bool:
        """Whether somebody may stand here; False outside."""
        x, y = tile
        return 0 <= x < self.width and 0 <= y < self.height and tile not in self.blocked

    def free_tiles(self) -> Iterator[Tile]:
        return (tile for y in range(self.height) for x in range(self.width) if self.is_free(tile := (x, y)))

    def is_step(self, start: Tile, end: Tile) -> bool:
        """Whether one step leads from one tile to the other: to a neighbour, slanting only where no corner is cut."""
        (x, y), (to_x, to_y) = start, end
        if max(abs(to_x - x), abs(to_y - y)) != 1 or not self.is_free(end):
            return False
        return self.is_free((to_x, y)) and self.is_free((x, to_y))

    def steps_from(self, tile: Tile) -> Sequence[Tile]:
        """Where one step leads from here; remembered, for every walk asks it of many tiles."""
        return _steps_from(self, tile)


@lru_cache(maxsize=_KEPT)
def _steps_from(grid: Grid, tile: Tile) -> tuple[Tile, ...]:
    x, y = tile
    return tuple(end for dx, dy in _STEPS if grid.is_step(tile, end := (x + dx, y + dy)))


def distance(start: Point, end: Point) -> float:
    """How far two tiles, or points between them, are apart, in tiles, straight."""
    return sqrt((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2)
