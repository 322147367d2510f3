"""Every neighbourhood's forum, to find one's own by name or postcode."""

from dataclasses import dataclass
from typing import Any

from forums.places import store
from forums.places.models import ForumKind
from forums.places.paths import path_of
from neighbourhoods import service as neighbourhoods
from neighbourhoods.places import Place, PlacePage
from neighbourhoods.postcodes import find_postcode

JSON = dict[str, Any]


@dataclass(frozen=True)
class Directory:
    """Some of the forums by name, `{name, force_name, path, active_at}`, and the cursor of those that follow."""

    items: list[JSON]
    next: str | None


async def list_forums(name: str, cursor: str | None) -> Directory:
    """The forums of the neighbourhoods that hold `name` in theirs, or that a postcode names; empty: all of them.

    Raises Invalid and NotFound about a postcode.
    """
    page = await _places(name, cursor)
    keys = {place.id: f"{ForumKind.NEIGHBOURHOOD}:{place.id}" for place in page.items}
    written = await store.written_in(list(keys.values()))
    return Directory([_item(place, written.get(keys[place.id])) for place in page.items], page.next)


async def _places(name: str, cursor: str | None) -> PlacePage:
    if not name:
        return await neighbourhoods.list_page(cursor)
    if find_postcode(name):
        return PlacePage(await neighbourhoods.find_by_postcode(name), None)
    return await neighbourhoods.find_by_name(name, cursor)


def _item(place: Place, active_at: Any) -> JSON:
    path = path_of({"kind": ForumKind.NEIGHBOURHOOD, "neighbourhood_id": place.id})
    return {"name": place.shown_name, "force_name": place.force_name, "path": path, "active_at": active_at}
