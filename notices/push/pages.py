"""The worker that shows push messages, and taking a browser out by a form."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import STATIC, form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from notices.push import service

pages = Routes()
_WORKER = STATIC / "js" / "push-worker.js"


@pages.get("/push-worker.js", permission=Permission.PUBLIC_READ)
async def show_worker(_request: web.Request) -> web.StreamResponse:
    """From the root, so that every page is in its scope; asked anew each time, so that a mended one is taken soon."""
    headers = {
        "Content-Type": "text/javascript; charset=utf-8",
        "Service-Worker-Allowed": "/",
        "Cache-Control": "no-cache",
    }
    return web.FileResponse(_WORKER, headers=headers)


@pages.post("/notices/browsers/{id}/remove", permission=Permission.PUSH_SUBSCRIBE)
async def remove(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.unsubscribe(viewer_of(request), request.match_info["id"])
    raise see_other("/notices/choices?removed#browsers")
