"""Searching, as somebody may: not too often, and only for what everybody may read or their force's staff."""

from collections.abc import Collection
from typing import Any

from aiohttp import web

from foundation.addresses import client_address
from foundation.keys import LIMITS, SETTINGS
from foundation.permissions import Viewer
from foundation.search.asked import Asked, Found
from foundation.search.finding import find
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place

JSON = dict[str, Any]


async def search(request: web.Request, viewer: Viewer, asked: Asked) -> Found:
    """A page of what is found; raises TooFast. A question without a word finds nothing, and is not counted."""
    if not asked.words:
        return Found()
    limits = request.app[LIMITS]
    if viewer.id is not None:
        await limits.check("search", viewer.id)
    else:
        await limits.check("search_address", client_address(request, request.app[SETTINGS]))
    return await find(asked)


async def places_to_choose(viewer: Viewer, asked_for: str) -> list[Place]:
    """One's own neighbourhoods, and the one that is searched in, by name."""
    return await _places({*viewer.neighbourhoods, asked_for})


async def named(found: Found) -> dict[str, str]:
    """The names of the neighbourhoods of what was found."""
    places = await _places({result.neighbourhood_id or "" for result in found.results})
    return {place.id: place.shown_name for place in places}


async def _places(ids: Collection[str]) -> list[Place]:
    places = (await current_atlas()).places
    return sorted((places[id_] for id_ in ids if id_ in places), key=lambda place: place.shown_name.casefold())
