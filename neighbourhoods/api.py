"""Neighbourhoods as JSON."""

from typing import Annotated, Any, Literal

import msgspec

from foundation.api import Api, Call
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Permission
from neighbourhoods import above, service
from neighbourhoods.places import Place, PlacePage

api = Api()
_CARD_ONLY = {"starts", "ends", "neighbourhood_name"}


class Find(msgspec.Struct):
    """How to find: by `postcode`, or by `lat` and `lon` (degrees), or by `q` (a name); else all, by page."""

    postcode: str | None = None
    lat: float | None = None
    lon: float | None = None
    q: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    cursor: Annotated[str, msgspec.Meta(max_length=64)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=service.LONGEST_PAGE)] = service.PAGE


class ForceAnswer(msgspec.Struct):
    """A police force."""

    id: str
    name: str


class NeighbourhoodAnswer(msgspec.Struct):
    """A neighbourhood; `name_cy` is its Welsh name, null where the force gave none."""

    id: str
    name: str
    name_cy: str | None
    force: ForceAnswer


class NeighbourhoodList(msgspec.Struct):
    """Neighbourhoods, and the cursor of the next page or null."""

    items: list[NeighbourhoodAnswer]
    next: str | None


class Boundary(msgspec.Struct):
    """A GeoJSON geometry in WGS 84."""

    type: Literal["Polygon", "MultiPolygon"]
    coordinates: list[Any]


class FullNeighbourhood(NeighbourhoodAnswer):
    """A neighbourhood with its boundary, its officers (persons), and its open and coming surgeries."""

    boundary: Boundary
    officers: list[dict[str, Any]]
    next_surgeries: list[dict[str, Any]]


@api.get(
    "/neighbourhoods",
    permission=Permission.NEIGHBOURHOOD_READ,
    query=Find,
    answer=NeighbourhoodList,
    summary="Find neighbourhoods by postcode, position or name, or list them all",
)
async def find_neighbourhoods(call: Call[None, Find]) -> NeighbourhoodList:
    page = await _find(call.query)
    return NeighbourhoodList([NeighbourhoodAnswer(**_named(place)) for place in page.items], page.next)


@api.get(
    "/neighbourhoods/{id}",
    permission=Permission.NEIGHBOURHOOD_READ,
    answer=FullNeighbourhood,
    summary="One neighbourhood with its boundary, officers and next surgeries",
)
async def read_neighbourhood(call: Call[None, None]) -> FullNeighbourhood:
    place = await service.access_neighbourhood(call.path["id"])
    app = call.request.app
    surgeries = await above.next_surgeries_of(app, place.id)
    return FullNeighbourhood(
        **_named(place),
        boundary=msgspec.json.decode(await service.boundary_of(place), type=Boundary),
        officers=list(await above.officers_of(app, place.id)),
        next_surgeries=[{key: row[key] for key in row if key not in _CARD_ONLY} for row in surgeries],
    )


async def _find(find: Find) -> PlacePage:
    if sum((find.postcode is not None, find.lat is not None or find.lon is not None, find.q is not None)) > 1:
        raise Invalid(_("Ask by postcode, by lat and lon, or by q: one of them."))
    if find.postcode is not None:
        return PlacePage(await service.find_by_postcode(find.postcode), None)
    if find.lat is not None or find.lon is not None:
        return PlacePage(await service.find_by_position(*_position(find)), None)
    if find.q is not None:
        return await service.find_by_name(find.q, find.cursor, find.limit)
    return await service.list_page(find.cursor, find.limit)


def _position(find: Find) -> tuple[float, float]:
    if find.lat is None or find.lon is None:
        missing = "lat" if find.lat is None else "lon"
        raise Invalid.at(missing, _("A position needs both lat and lon."))
    return find.lat, find.lon


def _named(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "name_cy": place.name_cy or None,
        "force": ForceAnswer(place.force_id, place.force_name),
    }
