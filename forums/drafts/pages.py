"""One's own drafts on a page: to go on with, or to throw away."""

from aiohttp import web

from forums.drafts import service
from forums.drafts.about_service import about
from forums.drafts.places import path_of
from foundation.identity import viewer_of
from foundation.json_answers import json_response
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
_CLIENT_ID = 64


@pages.get("/drafts", permission=Permission.DRAFT_KEEP)
async def show_drafts(request: web.Request) -> web.StreamResponse:
    """The latest first."""
    app, viewer = request.app, viewer_of(request)
    drafts = [
        row | {"path": path_of(row["place"]), "about": await about(app, viewer, row["place"])}
        for row in await service.list_drafts(viewer)
    ]
    return render(request, "forums/drafts.html", drafts=drafts)


@pages.get("/drafts/posted", permission=Permission.DRAFT_KEEP)
async def show_posted(request: web.Request) -> web.StreamResponse:
    """`?client_id=` → `{posted}`: a device asks whether words that it sent arrived, before it gives them back."""
    client_id = request.query.get("client_id", "")[:_CLIENT_ID].replace("\x00", "")
    return json_response({"posted": await service.was_posted(viewer_of(request), client_id)})


@pages.post("/drafts/{id}/drop", permission=Permission.DRAFT_KEEP)
async def drop_draft(request: web.Request) -> web.StreamResponse:
    """Throw one away."""
    await form_of(request)
    await service.drop_one(request.app, viewer_of(request), request.match_info["id"])
    raise see_other("/drafts")
