"""A boundary drawn: an SVG path in a box, as fine as a screen shows, and its size for the words."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

_BOX = 1000
_MARGIN = 10
# Of the box: it is drawn about 300 pixels wide.
_FINEST = 2.5
_KM_PER_DEGREE = 111.32
"""Of latitude; a degree of longitude is this times the cosine of the latitude."""


@dataclass(frozen=True)
class Outline:
    """`path` is an SVG path (fill-rule evenodd) inside `view_box`; kilometres from west to east, north to south."""

    view_box: str
    path: str
    width_km: float
    height_km: float
    latitude: float
    longitude: float
    parts: int
    west: float
    north: float
    across: float
    """Of the box, to a degree of longitude."""
    down: float
    """Of the box, to a degree of latitude."""

    def place_of(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a position is in the box, or beside it."""
        return (
            round((longitude - self.west) * self.across) + _MARGIN,
            round((self.north - latitude) * self.down) + _MARGIN,
        )


def draw_outline(shape: BaseGeometry) -> Outline:
    """Draw a boundary (x longitude, y latitude) with north up and distances true at its middle."""
    west, south, east, north = shape.bounds
    narrowing = math.cos(math.radians((south + north) / 2))
    width, height = (east - west) * narrowing, north - south
    scale = (_BOX - 2 * _MARGIN) / max(width, height)
    flat = shapely.transform(
        shape,
        lambda xy: (xy - (west, north)) * (narrowing * scale, -scale) + _MARGIN,
    )
    middle = shape.centroid
    return Outline(
        view_box=f"0 0 {round(width * scale) + 2 * _MARGIN} {round(height * scale) + 2 * _MARGIN}",
        path="".join(_rings(flat.simplify(_FINEST))),
        width_km=width * _KM_PER_DEGREE,
        height_km=height * _KM_PER_DEGREE,
        latitude=middle.y,
        longitude=middle.x,
        parts=len(shapely.get_parts(shape)),
        west=west,
        north=north,
        across=narrowing * scale,
        down=scale,
    )


def _rings(shape: BaseGeometry) -> Iterator[str]:
    for polygon in shapely.get_parts(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            points = [f"{round(x)} {round(y)}" for x, y in ring.coords[:-1]]
            yield f"M{'L'.join(points)}Z"
