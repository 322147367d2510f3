"""The pages of forums and their sections."""

from typing import Any
from urllib.parse import unquote

from aiohttp import web

from forums.following.unread.glances import is_glance
from forums.kept.service import kept_list
from forums.places import page_service
from forums.places.cards_service import force_cards, own_cards
from forums.places.directory_service import list_forums
from forums.reading.once import DRAWN_ONCE
from forums.sharing import shared
from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.pages import render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
_LOCAL = "/neighbourhoods/{id}/forum"
_LONGEST_NAME = 200


@pages.get("/forums", permission=Permission.FORUM_READ)
@kept_list
async def show_forums(request: web.Request) -> web.StreamResponse:
    """One's own forums with what is new in them, and the way to all others."""
    name = request.query.get("q", "").strip()[:_LONGEST_NAME]
    cursor = request.query.get("cursor")
    try:
        found = await list_forums(name, cursor)
    except Refusal as refusal:
        return await _forums(request, name, refusal=refusal)
    if name and cursor is None and len(found.items) == 1 and found.next is None:
        raise see_other(found.items[0]["path"])
    return await _forums(request, name, found=found, first=not name and cursor is None)


@pages.get(_LOCAL, permission=Permission.FORUM_READ)
@kept_list
async def show_local_forum(request: web.Request) -> web.StreamResponse:
    """A neighbourhood's forum."""
    return await _page(request, await page_service.open_local(request.match_info["id"]))


@pages.get(_LOCAL + "/{section}", permission=Permission.FORUM_READ)
@kept_list
async def show_local_section(request: web.Request) -> web.StreamResponse:
    """One section of it."""
    return await _page(request, await page_service.open_local(request.match_info["id"]))


@pages.get("/forums/{forum}", permission=Permission.FORUM_READ)
@kept_list
async def show_forum(request: web.Request) -> web.StreamResponse:
    """A forum for all of a force, or its staff; a neighbourhood's has an address of its own."""
    return await _page(request, await page_service.open_forum(viewer_of(request), request.match_info["forum"]))


@pages.get("/forums/{forum}/{section}", permission=Permission.FORUM_READ)
@kept_list
async def show_section(request: web.Request) -> web.StreamResponse:
    """One section of it."""
    return await _page(request, await page_service.open_forum(viewer_of(request), request.match_info["forum"]))


async def _page(request: web.Request, forum: dict[str, Any]) -> web.Response:
    slug = request.match_info.get("section")
    own = await page_service.address(forum, slug)
    if unquote(own) != request.path:
        raise web.HTTPMovedPermanently(own)
    viewer, seen = viewer_of(request), not is_glance(request)
    shown = await page_service.forum_page(viewer, forum, slug, request.query.get("cursor"), seen=seen)
    once = request.app[DRAWN_ONCE]
    return render(request, "forums/forum.html", share=shared(request, own), once=once, **shown)


async def _forums(
    request: web.Request, name: str, *, found: Any = None, first: bool = False, refusal: Refusal | None = None
) -> web.Response:
    viewer = viewer_of(request)
    return render(
        request, "forums/forums.html", refusal.status if refusal else 200, q=name, found=found,
        own=await own_cards(viewer) if first else [], forces=await force_cards(viewer) if first else [],
        fields=[{"field": "q", "message": refusal.message}] if refusal else [],
    )  # fmt: skip
