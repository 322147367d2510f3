"""Ways over the grid: found, checked, and written short."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from heapq import heappop, heappush
from itertools import pairwise

from rooms.floor.tiles import Grid, Tile, distance

LONGEST = 200
"""Steps of a path at most; the largest plan is crossed in far fewer."""
_KEPT = 64
"""Grids whose parts are remembered: more than a server has plans."""


def find_path(grid: Grid, start: Tile, end: Tile) -> list[Tile] | None:
    """The shortest path, both ends included (A*); None where there is none. `start` itself may be blocked."""
    if not grid.is_free(end):
        return None
    costs: dict[Tile, float] = {start: 0.0}
    before: dict[Tile, Tile] = {}
    waiting = [(distance(start, end), start)]
    while waiting:
        _guess, tile = heappop(waiting)
        if tile == end:
            return _back(before, end)
        for step in grid.steps_from(tile):
            cost = costs[tile] + distance(tile, step)
            if cost < costs.get(step, float("inf")):
                costs[step], before[step] = cost, tile
                heappush(waiting, (cost + distance(step, end), step))
    return None


def is_walkable(grid: Grid, path: Sequence[Tile]) -> bool:
    """Whether each tile of a path is one step from the one before it; the first is where somebody stands already."""
    return 0 < len(path) <= LONGEST and all(grid.is_step(start, end) for start, end in pairwise(path))


def reached_from(grid: Grid, start: Tile) -> frozenset[Tile]:
    """Every tile that can be walked to, `start` included; none from a blocked one."""
    return _parts(grid).get(start, frozenset())


@lru_cache(maxsize=_KEPT)
def _parts(grid: Grid) -> Mapping[Tile, frozenset[Tile]]:
    """For each free tile the part of the floor that it lies in: a step between two leads both ways."""
    parts: dict[Tile, frozenset[Tile]] = {}
    for tile in grid.free_tiles():
        if tile not in parts:
            part = _flooded(grid, tile)
            parts.update(dict.fromkeys(part, part))
    return parts


def _flooded(grid: Grid, start: Tile) -> frozenset[Tile]:
    reached, waiting = {start}, [start]
    while waiting:
        new = set(grid.steps_from(waiting.pop())) - reached
        reached |= new
        waiting += new
    return frozenset(reached)


def nearest_free(grid: Grid, start: Tile, wanted: Tile, taken: Collection[Tile]) -> Tile | None:
    """The tile nearest to the wanted one that nobody stands on and that can be walked to; None on a full floor."""
    reached = reached_from(grid, start)
    if wanted in reached and wanted not in taken:
        return wanted
    free = reached.difference(taken)
    return min(free, key=lambda tile: (distance(tile, wanted), tile), default=None)


def corners(path: Sequence[Tile]) -> list[Tile]:
    """The ends of a path and where it turns: what has to be told of it."""
    if len(path) < 3:
        return list(path)
    turns = [here for before, here, after in zip(path, path[1:], path[2:], strict=False) if _turns(before, here, after)]
    return [path[0], *turns, path[-1]]


def filled(turns: Sequence[Tile]) -> list[Tile]:
    """All the tiles of a path from its corners: the reverse of `corners`."""
    path = list(turns[:1])
    for (x, y), (to_x, to_y) in pairwise(turns):
        count = max(abs(to_x - x), abs(to_y - y))
        path += [(x + (to_x - x) * n // count, y + (to_y - y) * n // count) for n in range(1, count + 1)]
    return path


def _turns(before: Tile, here: Tile, after: Tile) -> bool:
    return (here[0] - before[0], here[1] - before[1]) != (after[0] - here[0], after[1] - here[1])


def _back(before: dict[Tile, Tile], end: Tile) -> list[Tile]:
    path = [end]
    while path[-1] in before:
        path.append(before[path[-1]])
    return path[::-1]
