"""Which boundaries a point lies in: a tree of all of them, in memory, asked without a thread in microseconds.

A point on a border belongs to every neighbourhood that the border parts; one in a hole to none but what fills it. Where
several cover a point, the smallest comes first (a town centre drawn inside a district is the nearer answer), then the
lower id.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import shapely
from shapely.geometry.base import BaseGeometry

# Degrees, about 30 metres: boundaries that were simplified one by one don't quite touch.
_TOUCHING = 0.0003


@dataclass(frozen=True)
class Boundaries:
    """The boundaries of all neighbourhoods, by id; x is the longitude, y the latitude."""

    shapes: dict[str, BaseGeometry]
    _ids: list[str] = field(init=False, repr=False)
    _tree: shapely.STRtree = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ids = sorted(self.shapes, key=lambda id_: (self.shapes[id_].area, id_))
        ordered = [self.shapes[id_] for id_ in ids]
        shapely.prepare(ordered)
        object.__setattr__(self, "_ids", ids)
        object.__setattr__(self, "_tree", shapely.STRtree(ordered))

    def at(self, latitude: float, longitude: float) -> list[str]:
        """The ids of the neighbourhoods that cover the point, the smallest first."""
        point = shapely.Point(longitude, latitude)
        return [self._ids[place] for place in sorted(self._tree.query(point, predicate="covered_by"))]

    def outside(self, positions: Sequence[tuple[float, float]]) -> list[int]:
        """The places in `positions` (latitude, longitude) of those that no boundary covers."""
        points = shapely.points(
            [longitude for _latitude, longitude in positions], [latitude for latitude, _longitude in positions]
        )
        covered = {int(place) for place in self._tree.query(points, predicate="covered_by")[0]}
        return [place for place in range(len(positions)) if place not in covered]

    def beside(self, id_: str) -> list[str]:
        """The ids of the neighbourhoods that touch this one."""
        places = self._tree.query(self.shapes[id_], predicate="dwithin", distance=_TOUCHING)
        return [self._ids[place] for place in sorted(places) if self._ids[place] != id_]
