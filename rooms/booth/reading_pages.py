"""The supervisors' pages: recorded conversations, and reading one with a reason."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.booth import reading_service as service

pages = Routes()


@pages.get("/admin/booths", permission=Permission.BOOTH_SUPERVISE)
async def show_recorded(request: web.Request) -> web.StreamResponse:
    """Those that are kept for supervision, without whose they are."""
    return render(request, "rooms/booth/recorded.html", booths=await service.recorded_booths(viewer_of(request)))


@pages.get("/admin/booths/{id}", permission=Permission.BOOTH_SUPERVISE)
async def ask_reason(request: web.Request) -> web.StreamResponse:
    """Why one wants to read it."""
    return await _page(request)


@pages.post("/admin/booths/{id}", permission=Permission.BOOTH_SUPERVISE)
async def read_booth(request: web.Request) -> web.StreamResponse:
    """Read it. The answer is shown once: reading it again is another act, with its own reason."""
    reason = (await form_of(request)).get("reason", "")
    try:
        messages = await service.read_booth(viewer_of(request), request.match_info["id"], reason)
    except Invalid as refusal:
        return await _page(request, 422, fields=refusal.fields, reason=reason)
    return await _page(request, messages=messages)


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    booth = await service.access_to_read(viewer_of(request), request.match_info["id"])
    return render(request, "rooms/booth/reading.html", status, booth=booth, **more)
