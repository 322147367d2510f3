"""Is this GeoJSON geometry a boundary? Checked ring by ring, with a reason a person can act on.

Rules: RFC 7946, section 3.1.6 (closed rings of four positions or more), and the OGC's simple features (no ring crosses
itself, holes lie inside), as GEOS judges them.
"""

import math
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

_SHORTEST_RING = 4
_DECIMALS_SHOWN = 5


class BrokenBoundary(Exception):
    """A geometry that can't be a boundary; the message says why."""


def check_boundary(geometry: object) -> dict[str, Any]:
    """The geometry as `{type, coordinates}` with two numbers a position; raises BrokenBoundary with the reason."""
    if not isinstance(geometry, dict):
        raise BrokenBoundary("it has no geometry")
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        checked: list[Any] = _check_polygon(coordinates, "")
    elif kind == "MultiPolygon":
        parts = _check_list(coordinates, "the MultiPolygon")
        checked = [_check_polygon(part, f" of part {number}") for number, part in enumerate(parts, 1)]
    else:
        raise BrokenBoundary(f"its geometry must be a Polygon or a MultiPolygon, not {str(kind)[:40]}")
    boundary = {"type": kind, "coordinates": checked}
    _check_shape(shape_of(boundary))
    return boundary


def shape_of(boundary: dict[str, Any]) -> BaseGeometry:
    """The boundary as shapely knows it: x is the longitude, y the latitude."""
    polygons = boundary["coordinates"] if boundary["type"] == "MultiPolygon" else [boundary["coordinates"]]
    shapes = [shapely.Polygon(rings[0], rings[1:]) for rings in polygons]
    return shapely.MultiPolygon(shapes) if boundary["type"] == "MultiPolygon" else shapes[0]


def _check_list(value: object, what: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise BrokenBoundary(f"{what} has no coordinates")
    return value


def _check_polygon(rings: object, where: str) -> list[list[list[float]]]:
    return [
        _check_ring(ring, f"ring {number}{where}")
        for number, ring in enumerate(_check_list(rings, f"the polygon{where}"), 1)
    ]


def _check_ring(ring: object, where: str) -> list[list[float]]:
    positions = [_check_position(position, where) for position in _check_list(ring, where)]
    if len(positions) < _SHORTEST_RING:
        raise BrokenBoundary(f"{where} has {len(positions)} positions, and needs {_SHORTEST_RING} or more")
    if positions[0] != positions[-1]:
        raise BrokenBoundary(f"{where} is not closed: its last position must be its first")
    return positions


def _check_position(position: object, where: str) -> list[float]:
    # bool is an int to Python, and no number to a map.
    if (
        not isinstance(position, list)
        or len(position) < 2
        or not all(type(number) in (int, float) for number in position[:2])
    ):
        raise BrokenBoundary(f"{where} has a position that is not [longitude, latitude]")
    longitude, latitude = position[:2]
    if not is_on_earth(latitude, longitude):
        raise BrokenBoundary(f"{where} has {position[:2]}, which is not a longitude and a latitude (WGS 84)")
    return [longitude, latitude]


def is_on_earth(latitude: float, longitude: float) -> bool:
    """Whether the two are finite degrees in range."""
    return math.isfinite(latitude) and math.isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180


def _check_shape(shape: BaseGeometry) -> None:
    reason = shapely.is_valid_reason(shape)
    if reason == "Valid Geometry":
        return
    what, _bracket, place = reason.rstrip("]").partition("[")
    said = {
        "Self-intersection": "a ring crosses itself",
        "Ring Self-intersection": "a ring touches itself",
        "Hole lies outside shell": "a hole lies outside its polygon",
        "Nested shells": "one part lies inside another",
        "Too few points in geometry component": "a ring has no area",
    }.get(what, what[:1].lower() + what[1:])
    raise BrokenBoundary(f"{said}{_near(place)}")


def _near(place: str) -> str:
    numbers = [round(float(number), _DECIMALS_SHOWN) for number in place.split()]
    return f" near longitude {numbers[0]}, latitude {numbers[1]}" if len(numbers) >= 2 else ""
