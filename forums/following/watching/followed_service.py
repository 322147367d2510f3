"""What somebody follows and has muted, for their own page of it and for the pages of forums."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from forums.following.ports import FOLLOWED_ELSEWHERE, AlsoFollowed
from forums.following.service import Followed, of_topic
from forums.following.watching import store
from forums.following.watching.models import HowTold
from forums.following.watching.service import access_topic_to_follow
from forums.following.watching.targets import of_section
from forums.places.models import ForumKind
from forums.places.naming import forum_title, section_name
from forums.places.paths import path_of
from forums.places.policy import may_see
from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place

JSON = dict[str, Any]
_PAGE = 50


async def followed_places(viewer: Viewer) -> list[JSON]:
    """The forums and sections that a viewer follows or muted: `{forum, section, name, path, how}`; slug or None."""
    places = (await current_atlas()).places
    rows = [(row, _forum(row)) for row in await store.places_of(str(viewer.id))]
    return [_place(row, forum, places) for row, forum in rows if may_see(viewer, forum)]


async def followed_elsewhere(app: web.Application, viewer: Viewer) -> Sequence[AlsoFollowed]:
    """What a viewer follows of other features."""
    return await app[FOLLOWED_ELSEWHERE](str(viewer.id)) if FOLLOWED_ELSEWHERE in app else []


async def followed_topics(
    viewer: Viewer, before: str | None = None, limit: int = _PAGE
) -> tuple[list[JSON], str | None]:
    """The topics, the latest decision first: `{id, title, path, forum_name, how, by_itself}`; `before` of the rest.

    Raises Invalid for a `before` that no page gave out.
    """
    if before and not is_own_id(before):
        raise Invalid.at("cursor", _("This is not the cursor of a page. Begin again without one."))
    rows = await store.topics_of(str(viewer.id), before or None, limit + 1)
    places = (await current_atlas()).places
    shown = [
        {
            "id": row["topic_id"],
            "title": row["title"],
            "path": f"/topics/{row['topic_id']}",
            "forum_name": forum_title(_forum(row), places),
            "how": row["how"],
            "by_itself": row["by_itself"],
        }
        for row in rows[:limit]
        if may_see(viewer, _forum(row))
    ]
    return shown, rows[limit - 1]["id"] if len(rows) > limit else None


async def following_in(viewer: Viewer, forum: JSON, section: JSON | None) -> JSON:
    """How a viewer follows a forum, and one of its sections: `{forum, section}`, a HowTold or None for nothing."""
    forum_id = str(forum["id"])
    named = of_section(forum_id, section["id"]) if section else ""
    decided: Mapping[str, str] = await store.watches_of(str(viewer.id), [forum_id, named]) if viewer.id else {}
    return {"forum": decided.get(forum_id), "section": decided.get(named) if section else None}


async def place_in(viewer: Viewer, topic_id: str) -> Followed:
    """How far a viewer has read a topic, and how they follow it. Raises NotFound."""
    return await of_topic(viewer, await access_topic_to_follow(viewer, topic_id))


def _forum(row: JSON) -> JSON:
    return {"id": row["forum_id"], "kind": ForumKind(row["forum_kind"])} | {
        name: row[name] for name in ("force_id", "neighbourhood_id")
    }


def _place(row: JSON, forum: JSON, places: dict[str, Place]) -> JSON:
    section = row if row["section_id"] else None
    name = forum_title(forum, places)
    return {
        "forum": forum["id"],
        "section": row["slug"],
        "name": f"{name}: {section_name(section)}" if section else name,
        "path": path_of(forum, section),
        "how": HowTold(row["how"]),
    }
