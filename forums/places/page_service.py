"""What the page of a forum, or of one of its sections, shows."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from forums.following.unread.visiting_service import visited
from forums.following.watching.followed_service import following_in
from forums.places.keeping.policy import keeps_sections
from forums.places.listing.service import topics_and_pinned
from forums.places.models import ForumKind, WhoPosts
from forums.places.modes import mode_in
from forums.places.naming import forum_title, section_about, section_name
from forums.places.paths import path_of
from forums.places.policy import access_forum, may_post, serves_forum, staff_only
from forums.places.service import forum_of_neighbourhood, one_named, section_named, sections_of
from foundation.errors import NotSignedIn, Refusal
from foundation.permissions import MODERATORS, Viewer
from neighbourhoods.atlas import current_atlas

JSON = dict[str, Any]


async def open_local(neighbourhood: str) -> JSON:
    """The row of a neighbourhood's forum, which anybody may see; raises NotFound."""
    return await forum_of_neighbourhood(neighbourhood)


async def open_forum(viewer: Viewer, forum_id: str) -> JSON:
    """The row of a forum that the viewer may see; raises NotFound."""
    return await access_forum(viewer, forum_id)


async def address(forum: JSON, name: str | None) -> str:
    """The one address of a forum, or of its section of this slug or id; raises NotFound for an unknown one."""
    return path_of(forum, await section_named(forum, name) if name else None)


async def forum_page(viewer: Viewer, forum: JSON, slug: str | None, cursor: str | None, *, seen: bool = True) -> JSON:
    """The context of forums/forum.html. The forum was fetched through `access_forum`.

    `seen`: False where nobody looks at it yet, so that it is no visit.
    Raises NotFound for an unknown section, Invalid for a cursor of another list.
    """
    every = await sections_of(forum, archived=True)
    section = one_named(every, slug) if slug else None
    sections = [each for each in every if each["archived_at"] is None]
    before = await visited(viewer, forum["id"], seen=seen)
    page, pinned = await topics_and_pinned(viewer, forum, section, cursor, before, every)
    path = path_of(forum, section)
    return {
        "forum": await described(forum),
        "sections": [in_forum(forum, each, section) for each in sections],
        "section": in_forum(forum, section, section) if section else None,
        "pinned": pinned,
        "topics": page.items,
        "older": f"{path}?{urlencode({'cursor': page.older})}" if page.older else None,
        "newer": f"{path}?{urlencode({'cursor': page.newer})}" if page.newer else None,
        "start": await _start(viewer, forum, section, sections),
        "following": await following_in(viewer, forum, section),
        "mode": mode_in(forum, section)[0],
        "may_set_mode": serves_forum(viewer, forum) and viewer.role in MODERATORS,
        "may_arrange": serves_forum(viewer, forum),
        "may_keep": keeps_sections(viewer, forum),
    }


async def described(forum: JSON) -> JSON:
    """A forum for templates: `{id, kind, force_id, name, path, neighbourhood: {id, name, path} or None, mode}`."""
    places = (await current_atlas()).places
    name, place = forum_title(forum, places), places.get(forum["neighbourhood_id"] or "")
    local = forum["kind"] == ForumKind.NEIGHBOURHOOD
    return {
        "id": forum["id"],
        "kind": forum["kind"],
        "force_id": forum["force_id"],
        "force_name": place.force_name if place else name,
        "name": name,
        "path": path_of(forum),
        "mode": forum["mode"],
        "neighbourhood": {"id": forum["neighbourhood_id"], "name": name, "path": path_of(forum)[: -len("/forum")]}
        if local
        else None,
    }


def in_forum(forum: JSON, section: JSON, current: JSON | None = None) -> JSON:
    """A section for templates: `{id, slug, name, about, path, current, archived, who_posts, guests}`."""
    return {
        "id": section["id"],
        "slug": section["slug"],
        "name": section_name(section),
        "about": section_about(section),
        "path": path_of(forum, section),
        "current": current is not None and current["id"] == section["id"],
        "archived": section["archived_at"] is not None,
        "who_posts": section["who_posts"],
        "guests": section["guests"],
    }


async def _start(viewer: Viewer, forum: JSON, section: JSON | None, sections: Sequence[JSON]) -> JSON:
    """Where the viewer begins a topic, or why they can't: `{path, why_not, sign_in}`."""
    asked = {"forum": forum["id"]} | ({"section": section["slug"]} if section else {})
    path = f"/topics/new?{urlencode(asked)}"
    try:
        if section:
            await may_post(viewer, forum, section)
        else:
            await _may_post_somewhere(viewer, forum, sections)
    except NotSignedIn:
        if section is None or section["who_posts"] != WhoPosts.STAFF:
            return {"path": path, "why_not": None, "sign_in": True}
        return {"path": None, "why_not": staff_only().message, "sign_in": False}
    except Refusal as refusal:
        return {"path": None, "why_not": refusal.message, "sign_in": False}
    return {"path": path, "why_not": None, "sign_in": False}


async def _may_post_somewhere(viewer: Viewer, forum: JSON, sections: Sequence[JSON]) -> None:
    """Raises why they may not in the last section, where they may in none."""
    refused: Refusal | None = None
    for section in sections:
        try:
            return await may_post(viewer, forum, section)
        except Refusal as refusal:
            refused = refusal
    if refused:
        raise refused
