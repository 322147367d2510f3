"""Where a proposal is about: a street that one names, a point, or an area that one draws. Coarse, always.

Everything is kept to a thousandth of a degree, about a hundred metres: a street, and never somebody's house.
"""

import json
from dataclasses import dataclass
from typing import Any, Final

import shapely

from foundation.errors import Invalid
from foundation.language import _
from neighbourhoods.atlas import current_atlas
from neighbourhoods.geometry import BrokenBoundary, check_boundary, is_on_earth, shape_of
from neighbourhoods.named_places import checked_place

JSON = dict[str, Any]
FIELD: Final = "area"
MOST_CORNERS: Final = 60
_DIGITS = 3
_NEAR = 0.02
"""Degrees that an area or a point may lie outside of the neighbourhood: it ends in the middle of a street."""


@dataclass(frozen=True)
class Where:
    """As somebody sends it. `area` is a GeoJSON polygon."""

    name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    area: Any = None


async def checked_where(where: Where, neighbourhood: str) -> JSON:
    """The columns `place_…` and `area`. Raises Invalid: a house number, a broken polygon, somewhere else.

    An area so small that rounding leaves nothing of it is kept as a point.
    """
    columns: JSON = checked_place(where.name) | {"area": None}
    columns |= _point(where.latitude, where.longitude)
    if where.area is not None:
        columns |= _area(where.area)
    await _check_near(columns, neighbourhood)
    return columns


def area_of(text: str) -> Any:
    """What a form's field says, which a script has drawn: None where it is empty. Raises Invalid."""
    if not text.strip():
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise _broken() from None


def _point(latitude: float | None, longitude: float | None) -> JSON:
    if latitude is None or longitude is None:
        return {"place_latitude": None, "place_longitude": None}
    if not is_on_earth(latitude, longitude):
        raise Invalid.at(FIELD, _("There is no such place. Leave the coordinates out."))
    return {"place_latitude": round(latitude, _DIGITS), "place_longitude": round(longitude, _DIGITS)}


def _area(given: Any) -> JSON:
    if not isinstance(given, dict) or given.get("type") != "Polygon":
        raise _broken()
    try:
        ring = check_boundary({"type": "Polygon", "coordinates": (given.get("coordinates") or [])[:1]})["coordinates"][
            0
        ]
    except (BrokenBoundary, TypeError):
        raise _broken() from None
    if len(ring) > MOST_CORNERS + 1:
        raise Invalid.at(FIELD, _("This area has too many corners. %(most)s are enough.", most=MOST_CORNERS))
    coarse = shapely.Polygon([(round(x, _DIGITS), round(y, _DIGITS)) for x, y in ring])
    middle = shape_of({"type": "Polygon", "coordinates": [ring]}).centroid
    point = _point(middle.y, middle.x)
    if not coarse.is_valid or coarse.area == 0:
        coarse = coarse.buffer(0)
    if coarse.is_empty or not isinstance(coarse, shapely.Polygon):
        return point
    corners = [[round(x, _DIGITS), round(y, _DIGITS)] for x, y in coarse.exterior.coords]
    return point | {"area": json.dumps({"type": "Polygon", "coordinates": [corners]}, separators=(",", ":"))}


async def _check_near(columns: JSON, neighbourhood: str) -> None:
    if columns["place_latitude"] is None:
        return
    shape = (await current_atlas()).boundaries.shapes.get(neighbourhood)
    point = shapely.Point(columns["place_longitude"], columns["place_latitude"])
    if shape is not None and shape.distance(point) > _NEAR:
        raise Invalid.at(FIELD, _("This place is not in this neighbourhood. Choose one that is."))


def _broken() -> Invalid:
    return Invalid.at(FIELD, _("The area could not be read. Draw it again, or name a street instead."))
