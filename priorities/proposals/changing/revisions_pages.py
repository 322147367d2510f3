"""What a proposal said before its edits."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.proposals.changing.revisions_service import read_revisions

pages = Routes()


@pages.get("/proposals/{id}/revisions", permission=Permission.REVISION_READ)
async def show_revisions(request: web.Request) -> web.StreamResponse:
    """Each change with what it took out and put in."""
    context = await read_revisions(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "priorities/proposals/revisions.html", **context)
