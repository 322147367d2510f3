"""Lists of topics: of a forum or one of its sections, by activity, a page at a time in both directions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from accounts.people import persons
from forums.places.listing import store
from forums.places.listing.cursors import Place, place_at
from forums.places.listing.listed import listed
from forums.places.service import sections_of
from foundation.permissions import Viewer

JSON = dict[str, Any]
Sections = Sequence[JSON]
PAGE = 30
MOST_PINNED = 20


@dataclass(frozen=True)
class TopicPage:
    """Some topics of a list, as `listed` has them; the cursors of what is older and newer, None at the ends."""

    items: list[JSON]
    older: str | None
    newer: str | None


async def list_topics(
    viewer: Viewer,
    forum: JSON,
    section: JSON | None = None,
    cursor: str | None = None,
    *,
    limit: int = PAGE,
    pinned: bool = True,
    before: datetime | None = None,
) -> TopicPage:
    """The topics of a forum, or of one section, that anybody who sees the forum may read.

    The forum was fetched through `access_forum`. `pinned`: also those that stand on top; `before`: since when things
    are new to the viewer. Raises Invalid for a cursor that is not of this list.
    """
    found = await _found(viewer, forum, section, cursor, limit, pinned=pinned)
    if not found.items:
        return found
    return replace(found, items=await _shown(await sections_of(forum, archived=True), found.items, before))


async def _found(
    viewer: Viewer, forum: JSON, section: JSON | None, cursor: str | None, limit: int, *, pinned: bool
) -> TopicPage:
    """The same with rows as they are."""
    name = f"{forum['id']}:{section['id'] if section else ''}:{pinned}"
    place = place_at(cursor, name) if cursor else None
    rows, more = await _page(viewer, forum, section, place, limit, pinned)
    if place and (not rows or (place.newer and not more)):
        # Whoever came to the top sees a whole page of it; so does who went on from what is gone.
        place = None
        rows, more = await _page(viewer, forum, section, None, limit, pinned)
    older = more or (place is not None and place.newer)
    return TopicPage(
        items=rows,
        older=Place.beside(rows[-1]).cursor(name) if rows and older else None,
        newer=Place.beside(rows[0], newer=True).cursor(name) if rows and place else None,
    )


async def topics_and_pinned(
    viewer: Viewer, forum: JSON, section: JSON | None, cursor: str | None, before: datetime | None, sections: Sections
) -> tuple[TopicPage, list[JSON]]:
    """A page of the others, and above its beginning those that stand on top, the latest first: what both show is asked
    for once.

    `sections` are all of the forum's. Raises Invalid for a cursor that is not of this list.
    """
    found = await _found(viewer, forum, section, cursor, PAGE, pinned=False)
    pinned = [] if found.newer else await store.pinned_topics(viewer.id, forum, section, MOST_PINNED)
    items = await _shown(sections, [*pinned, *found.items], before)
    return replace(found, items=items[len(pinned) :]), items[: len(pinned)]


async def _page(
    viewer: Viewer, forum: JSON, section: JSON | None, place: Place | None, limit: int, pinned: bool
) -> tuple[list[JSON], bool]:
    """The rows, the latest first, and whether more follow in the direction that was asked for."""
    rows = await store.topics(viewer.id, forum, section, place, limit + 1, pinned=pinned)
    more, rows = len(rows) > limit, rows[:limit]
    return (rows[::-1] if place and place.newer else rows), more


async def _shown(sections: Sections, rows: Sequence[JSON], before: datetime | None) -> list[JSON]:
    by_id = {section["id"]: section for section in sections}
    people = await persons({row[column] for row in rows for column in ("author_id", "latest_by")} - {None})
    return [listed(row, by_id.get(row["section_id"]), people, before) for row in rows]
