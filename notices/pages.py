"""The page of what one was told."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from notices import reading_service
from notices.preferences.service import address_of

pages = Routes()
_A_PAGE = 30


@pages.get("/notices", permission=Permission.NOTICE_READ)
async def show_notices(request: web.Request) -> web.StreamResponse:
    viewer = viewer_of(request)
    notices, earlier = await reading_service.list_notices(viewer, _A_PAGE, request.query.get("before"))
    address = await address_of(viewer)
    titles = await reading_service.titles_of(request.app, viewer, notices)
    return render(
        request,
        "notices/notices.html",
        notices=notices,
        titles=titles,
        earlier=earlier,
        address=address,
        tried="tried" in request.query,
    )


@pages.post("/notices/read", permission=Permission.NOTICE_READ)
async def read_all(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await reading_service.read_all(request.app, viewer_of(request))
    raise see_other("/notices")


@pages.post("/notices/{id}/read", permission=Permission.NOTICE_READ)
async def read(request: web.Request) -> web.StreamResponse:
    """Go where a notice leads; it is read from then on."""
    await form_of(request)
    path = await reading_service.read_notice(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(local_path(path, "/notices"))
