"""Forums and their lists of topics, as clients get them."""

from typing import Any

from forums.places.cards_service import own_forces
from forums.places.listing.service import list_topics
from forums.places.modes import mode_in
from forums.places.naming import forum_title
from forums.places.paths import path_of
from forums.places.policy import access_forum
from forums.places.service import forum_of_force, forum_of_neighbourhood, section_named, sections_of, staff_forum
from forums.shapes import TopicAnswer, topic_answer
from foundation.errors import Invalid, NotFound
from foundation.permissions import Viewer
from neighbourhoods.atlas import current_atlas

JSON = dict[str, Any]
Answered = tuple[list[TopicAnswer], str | None]
_OF_SECTION = ("id", "slug", "name", "name_cy", "about", "about_cy", "who_posts", "who_replies", "guests")
_MOST_OWN = 50


async def own_forums(viewer: Viewer) -> list[JSON]:
    """Those of the viewer's neighbourhoods and force, the staff's among them for who is of it; else all forces'."""
    places = (await current_atlas()).places
    mine = sorted(id_ for id_ in viewer.neighbourhoods if id_ in places)[:_MOST_OWN]
    forums = [await forum_of_neighbourhood(id_) for id_ in mine]
    forums += [await forum_of_force(force) for force in own_forces(viewer, places)]
    if viewer.is_staff and viewer.force in {place.force_id for place in places.values()}:
        forums.append(await staff_forum(str(viewer.force)))
    return [await _described(each) for each in forums]


async def local_forum(neighbourhood: str) -> JSON:
    """A neighbourhood's; raises NotFound."""
    return await _described(await forum_of_neighbourhood(neighbourhood))


async def forum(viewer: Viewer, forum_id: str) -> JSON:
    """Any that the viewer may see; raises NotFound."""
    return await _described(await access_forum(viewer, forum_id))


async def local_topics(viewer: Viewer, neighbourhood: str, **asked: Any) -> Answered:
    """Topics of a neighbourhood's forum. Raises NotFound, and Invalid for an unknown section or cursor."""
    return await _topics(viewer, await forum_of_neighbourhood(neighbourhood), **asked)


async def topics(viewer: Viewer, forum_id: str, **asked: Any) -> Answered:
    """The same of any forum that the viewer may see."""
    return await _topics(viewer, await access_forum(viewer, forum_id), **asked)


async def _topics(viewer: Viewer, forum: JSON, *, section: str | None, cursor: str | None, limit: int) -> Answered:
    row = await _section(forum, section) if section else None
    page = await list_topics(viewer, forum, row, cursor, limit=limit)
    items = [
        topic_answer(topic["row"], topic["section"]["slug"], topic["author"], topic["state"]) for topic in page.items
    ]
    return items, page.older


async def _section(forum: JSON, name: str) -> JSON:
    try:
        return await section_named(forum, name)
    except NotFound as refusal:
        raise Invalid.at("section", refusal.message) from None


async def _described(forum: JSON) -> JSON:
    places = (await current_atlas()).places
    return {
        "id": forum["id"],
        "kind": forum["kind"],
        "name": forum_title(forum, places),
        "force": forum["force_id"],
        "neighbourhood": forum["neighbourhood_id"],
        "mode": forum["mode"],
        "page": path_of(forum),
        "sections": [_section_of(forum, row) for row in await sections_of(forum, archived=True)],
    }


def _section_of(forum: JSON, row: JSON) -> JSON:
    own = {name: row[name] for name in _OF_SECTION}
    return {**own, "mode": mode_in(forum, row)[0], "archived": row["archived_at"] is not None}
