"""Where people propose and vote, and how all of it works."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.rounds import listing_service

pages = Routes()


@pages.get("/priorities", permission=Permission.PRIORITY_READ)
async def show_rounds(request: web.Request) -> web.StreamResponse:
    """One’s own neighbourhood first."""
    page = await listing_service.everywhere_page(viewer_of(request))
    return render(request, "priorities/rounds/everywhere.html", **page)


@pages.get("/priorities/how-it-works", permission=Permission.PRIORITY_READ)
async def show_how_it_works(request: web.Request) -> web.StreamResponse:
    """From an idea to what came of it; how votes are counted; what stays secret, and what is proved."""
    return render(request, "priorities/rounds/how_it_works.html")
