"""Finding neighbourhoods: by postcode, by position, by name, by list. All of it is public."""

from foundation.errors import Invalid, NotFound
from foundation.language import _
from neighbourhoods import store
from neighbourhoods.atlas import current_atlas
from neighbourhoods.geometry import is_on_earth
from neighbourhoods.outline import Outline
from neighbourhoods.places import Place, PlacePage
from neighbourhoods.postcodes import check_postcode, display_postcode
from neighbourhoods.wording import describe_outline

PAGE = 50
LONGEST_PAGE = 500


async def find_by_postcode(text: str) -> list[Place]:
    """The neighbourhood of a postcode in any spelling: one, or none for a known one outside every boundary.

    Raises Invalid (malformed) and NotFound (well formed and unknown).
    """
    postcode = check_postcode(text)
    found = await store.postcode(postcode)
    if found is None:
        raise NotFound(
            _(
                "We do not know the postcode %(postcode)s. Check it, or find your neighbourhood by name.",
                postcode=display_postcode(postcode),
            )
        )
    atlas = await current_atlas()
    ids = [found["neighbourhood_id"]] if found["neighbourhood_id"] else []
    ids = ids or atlas.boundaries.at(found["latitude"], found["longitude"])[:1]
    return [atlas.places[id_] for id_ in ids]


async def find_by_position(latitude: float, longitude: float) -> list[Place]:
    """The neighbourhoods that cover a position in degrees, the smallest first; none outside every boundary.

    Raises Invalid for what is no position.
    """
    if not is_on_earth(latitude, longitude):
        sentence = _("Latitude goes from -90 to 90 and longitude from -180 to 180.")
        field = "lat" if not is_on_earth(latitude, 0) else "lon"
        raise Invalid.at(field, sentence)
    atlas = await current_atlas()
    return [atlas.places[id_] for id_ in atlas.boundaries.at(latitude, longitude)]


async def find_by_name(text: str, cursor: str | None = None, limit: int = PAGE) -> PlacePage:
    """Neighbourhoods whose English or Welsh name holds `text`, the closest first."""
    return (await current_atlas()).gazetteer.named(text, cursor, limit)


async def list_page(cursor: str | None = None, limit: int = PAGE) -> PlacePage:
    """All neighbourhoods by name, a page at a time."""
    return (await current_atlas()).gazetteer.page(cursor, limit)


async def access_neighbourhood(neighbourhood: str) -> Place:
    """The neighbourhood of this id, which anybody may see; raises NotFound."""
    place = (await current_atlas()).places.get(neighbourhood)
    if place is None:
        raise NotFound(_("There is no such neighbourhood. Find yours by postcode or by name."))
    return place


async def boundary_of(place: Place) -> str:
    """The boundary as GeoJSON text."""
    return await store.boundary(place.id) or ""


async def outline_of(place: Place) -> tuple[Outline, str]:
    """The boundary drawn, and the same in words in the reader's language."""
    atlas = await current_atlas()
    outline = atlas.outline(place.id)
    beside = [atlas.places[id_] for id_ in atlas.boundaries.beside(place.id)]
    return outline, describe_outline(place, outline, beside)
