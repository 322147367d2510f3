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
from neighbourhoods.geometry import BrokenBoundary, check_boundary, shape_of
from neighbourhoods.named_places import DIGITS, checked_place, coarse

JSON = dict[str, Any]
FIELD: Final = "area"
_MOST_CORNERS: Final = 60
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
    columns |= coarse(where.latitude, where.longitude, FIELD)
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


def _area(given: Any) -> JSON:
    if not isinstance(given, dict) or given.get("type") != "Polygon":
        raise _broken()
    try:
        ring = check_boundary({"type": "Polygon", "coordinates": (given.get("coordinates") or [])[:1]})["coordinates"][
            0
        ]
    except (BrokenBoundary, TypeError):
        raise _broken() from None
    if len(ring) > _MOST_CORNERS + 1:
        raise Invalid.at(FIELD, _("This area has too many corners. %(most)s are enough.", most=_MOST_CORNERS))
    shape = shapely.Polygon([(round(x, DIGITS), round(y, DIGITS)) for x, y in ring])
    middle = shape_of({"type": "Polygon", "coordinates": [ring]}).centroid
    point = coarse(middle.y, middle.x, FIELD)
    if not shape.is_valid or shape.area == 0:
        shape = shape.buffer(0)
    if shape.is_empty or not isinstance(shape, shapely.Polygon):
        return point
    corners = [[round(x, DIGITS), round(y, DIGITS)] for x, y in shape.exterior.coords]
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
