"""Somebody's walk in time: where they are follows from the path, when it began and how fast people walk."""

from collections.abc import Sequence
from itertools import pairwise

from rooms.floor.tiles import Point, Tile, distance

SPEED = 2.5
"""Tiles a second: a stroll."""


def arrival(path: Sequence[Tile], at: float, speed: float = SPEED) -> float:
    """When the end of a path is reached that begins at `at` (seconds)."""
    return at + sum(distance(start, end) for start, end in pairwise(path)) / speed


def next_tile(path: Sequence[Tile], at: float, now: float, speed: float = SPEED) -> tuple[int, float]:
    """Which tile of the path is reached next, by its number, and when: the earliest that another walk may begin.

    Nobody turns round between two tiles. Whoever has arrived stands on the last one, since then.
    """
    reached = at
    for number, (start, end) in enumerate(pairwise(path)):
        if now <= reached:
            return number, reached
        reached += distance(start, end) / speed
    return len(path) - 1, reached


def point_at(path: Sequence[Tile], at: float, now: float, speed: float = SPEED) -> Point:
    """Where somebody is, in tiles, between them too."""
    if now <= at:
        return path[0]
    left = (now - at) * speed
    for start, end in pairwise(path):
        length = distance(start, end)
        if left < length:
            share = left / length
            return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
        left -= length
    return path[-1]
