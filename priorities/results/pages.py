"""The result of a round as a page."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.results.page_service import drawn_result
from priorities.results.service import asked_result
from priorities.rounds.heads import round_head

pages = Routes()


@pages.get("/rounds/{id}/results", permission=Permission.PRIORITY_READ)
async def show_results(request: web.Request) -> web.StreamResponse:
    """Both counts, what advises the panel, and how to check it; 404 before the close."""
    result = await asked_result(request)
    drawn = await drawn_result(request.app, result)
    head = await round_head(viewer_of(request), result.row)
    return render(request, "priorities/results/results.html", head=head, drawn=drawn)
