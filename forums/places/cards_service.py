"""Forums in a few lines: what was written under last, for the pages that lead there."""

from collections.abc import Sequence
from typing import Any

from forums.places import store
from forums.places.listing import store as listing_store
from forums.places.models import ForumKind
from forums.places.naming import forum_title
from forums.places.paths import path_of
from forums.places.service import forum_of_force, staff_forum
from forums.states import state_of
from foundation.permissions import Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place

JSON = dict[str, Any]
_TITLES = 3
_ON_FIRST_PAGE = 3
_MOST = 12
"""Forums of one's own that are shown as cards: an officer may serve all of a county."""


async def card_of_neighbourhood(neighbourhood: str) -> JSON:
    """A neighbourhood's forum: `{name, path, kind, topics: [{title, path, state, replies, active_at}]}`."""
    [card] = await _local_cards([neighbourhood])
    return card


async def own_cards(viewer: Viewer) -> list[JSON]:
    """The same of the neighbourhoods that a viewer lives in or serves, by name."""
    places = (await current_atlas()).places
    mine = sorted((places[id_] for id_ in viewer.neighbourhoods if id_ in places), key=lambda place: place.shown_name)
    return await _local_cards([place.id for place in mine[:_MOST]])


async def force_cards(viewer: Viewer) -> list[JSON]:
    """The forums for all of a force: the viewer's own, or each force's; and the one of the staff that they are of."""
    places = (await current_atlas()).places
    rows = [await forum_of_force(force) for force in own_forces(viewer, places)]
    if viewer.is_staff and viewer.force in {place.force_id for place in places.values()}:
        rows.append(await staff_forum(str(viewer.force)))
    return [await _card(row, places) for row in rows]


async def home_cards(viewer: Viewer) -> list[JSON]:
    """What the first page shows: one's own neighbourhoods' forums, else those for all of a force; none that is empty.

    At most three.
    """
    found = await own_cards(viewer) or await force_cards(viewer)
    return [card for card in found if card["topics"]][:_ON_FIRST_PAGE]


def own_forces(viewer: Viewer, places: dict[str, Place]) -> list[str]:
    """The forces that a viewer serves or lives under; all of them for who has none."""
    named = {places[id_].force_id for id_ in viewer.neighbourhoods if id_ in places}
    known = {place.force_id for place in places.values()}
    return sorted((named | ({viewer.force} if viewer.force else set())) & known or known)


async def _local_cards(neighbourhoods: Sequence[str]) -> list[JSON]:
    """Also of those whose forum nobody has needed yet."""
    places = (await current_atlas()).places
    kind = ForumKind.NEIGHBOURHOOD
    keys = {id_: f"{kind}:{id_}" for id_ in neighbourhoods}
    made = await store.forums_by_key(list(keys.values()))
    return [
        await _card(made.get(keys[id_]) or {"id": "", "kind": kind, "neighbourhood_id": id_}, places)
        for id_ in neighbourhoods
    ]


async def _card(forum: JSON, places: dict[str, Place]) -> JSON:
    rows = await listing_store.newest_topics(forum["id"], _TITLES) if forum["id"] else []
    topics = [
        {"title": row["title"], "path": f"/topics/{row['id']}", "state": state_of(row), "replies": row["replies"],
         "active_at": row["active_at"]}
        for row in rows
    ]  # fmt: skip
    return {"name": forum_title(forum, places), "path": path_of(forum), "kind": forum["kind"], "topics": topics}
