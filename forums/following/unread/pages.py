"""The page of what one has not read."""

from aiohttp import web

from forums.following.unread import service
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/unread", permission=Permission.TOPIC_FOLLOW)
async def show_unread(request: web.Request) -> web.StreamResponse:
    """What one has not read, the latest activity first."""
    page = await service.list_unread(viewer_of(request), request.query.get("cursor"))
    return render(request, "forums/following/unread.html", topics=page.items, next=page.next,
                  read="read" in request.query)  # fmt: skip


@pages.post("/unread/read", permission=Permission.TOPIC_FOLLOW)
async def read_everything(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.read_everything(viewer_of(request))
    raise see_other("/unread?read")
