"""The page of one call: what was written, where, and what to do now."""

from aiohttp import web

from accounts.people import persons
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import MODERATORS, Permission
from foundation.routes import Routes
from moderation.paging import service

pages = Routes()


@pages.get("/moderation/paged/{id}", permission=Permission.PAGE_ANSWER)
async def show_page(request: web.Request) -> web.StreamResponse:
    """Whoever opens it has looked: the others who were called are told."""
    viewer, page_id = viewer_of(request), request.match_info["id"]
    if request.headers.get("Sec-Purpose", "").startswith("prefetch"):
        raise web.HTTPNoContent  # a browser that guesses is nobody who looks
    look = await service.look_at(request.app, viewer, page_id)
    people = await persons({id_ for id_ in (look.content.author_id, look.page["seen_by_id"]) if id_})
    return render(
        request,
        "moderation/paging/page.html",
        look=look,
        author=people.get(look.content.author_id or ""),
        seen_by=people.get(look.page["seen_by_id"] or ""),
        moderates=viewer.role in MODERATORS,
    )


@pages.post("/moderation/paged/{id}/seen", permission=Permission.PAGE_ANSWER)
async def see_page(request: web.Request) -> web.StreamResponse:
    """The button, then back to where it was pressed."""
    form = await form_of(request)
    page = await service.mark_seen(request.app, viewer_of(request), request.match_info["id"])
    back = form.get("back", "")
    room = f"/surgeries/{page['place_id']}" if back == "room" and page["place_id"] else "/moderation"
    raise see_other(room)
