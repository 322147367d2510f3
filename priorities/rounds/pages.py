"""A round for everybody: where it stands."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.rounds import overview_service

pages = Routes()


@pages.get("/rounds/{id}", permission=Permission.PRIORITY_READ)
async def show_round(request: web.Request) -> web.StreamResponse:
    """Where it stands in one sentence, and what one can do now."""
    page = await overview_service.overview_of(viewer_of(request), request.match_info["id"])
    return render(request, "priorities/rounds/round.html", **page)
