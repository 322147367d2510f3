"""A private conversation for people, complete without scripts, and the ways out of it."""

from typing import Any

from aiohttp import web

from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.ids import new_id
from foundation.keys import SETTINGS
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.booth import exit_service, officers_service, service
from rooms.booth.shown import booth_context

pages = Routes()
_BOOTH = "/booths/{id}"


@pages.get("/booths", permission=Permission.BOOTH_ENTER)
async def ask_back(request: web.Request) -> web.StreamResponse:
    """The way back to a conversation. It looks the same to everybody, whether they ever had one or not."""
    return render(request, "rooms/booth/back.html", none="none" in request.query)


@pages.post("/booths", permission=Permission.BOOTH_ENTER)
async def come_back(request: web.Request) -> web.StreamResponse:
    """Go back to one's last conversation."""
    await form_of(request)
    booth = await exit_service.come_back(viewer_of(request))
    raise see_other(f"/booths/{booth}" if booth else "/booths?none")


@pages.get(_BOOTH, permission=Permission.BOOTH_ENTER)
async def show_booth(request: web.Request) -> web.StreamResponse:
    """The conversation as it is now."""
    return await booth_page(request, emergency="emergency" in request.query)


@pages.get(_BOOTH + "/panel", permission=Permission.BOOTH_ENTER)
async def show_panel(request: web.Request) -> web.StreamResponse:
    """Who can read it now, to be put in the place of what the page showed before."""
    return await booth_page(request, template="rooms/booth/who.html")


@pages.get(_BOOTH + "/exit", permission=Permission.PUBLIC_READ)
async def leave_quickly(request: web.Request) -> web.StreamResponse:
    """The quick exit: a link, so that it works without scripts, and to another site, where no form may lead."""
    await exit_service.leave_quickly(request.app, viewer_of(request), request.match_info["id"])
    away = see_other(request.app[SETTINGS].quick_exit_url)
    # A browser may keep even a page that is not to be stored, to show it again at once when somebody goes back. It lets
    # go of it when asked to, or when a cookie of ours is another by then.
    away.headers["Clear-Site-Data"] = '"cache"'
    away.set_cookie("bluelamp_page", new_id(), max_age=60, httponly=True, samesite="Lax")
    raise away


@pages.post(_BOOTH + "/close", permission=Permission.BOOTH_ENTER)
async def close_booth(request: web.Request) -> web.StreamResponse:
    """End the conversation."""
    await form_of(request)
    viewer, booth_id = viewer_of(request), request.match_info["id"]
    standing, booth = await service.access_shown(viewer, booth_id)
    await service.close_booth(request.app, viewer, booth_id)
    raise see_other(f"/surgeries/{booth['surgery_id']}" if standing.is_host else "/surgeries")


@pages.post(_BOOTH + "/officers", permission=Permission.QUEUE_SERVE)
async def call_in(request: web.Request) -> web.StreamResponse:
    """Ask a colleague in."""
    form = await form_of(request)
    booth_id = request.match_info["id"]
    await officers_service.call_in(request.app, viewer_of(request), booth_id, form.get("person", ""))
    raise see_other(f"/booths/{booth_id}")


@pages.post(_BOOTH + "/step-out", permission=Permission.QUEUE_SERVE)
async def step_out(request: web.Request) -> web.StreamResponse:
    """Leave it to the other officer."""
    await form_of(request)
    viewer, booth_id = viewer_of(request), request.match_info["id"]
    _standing, booth = await service.access_shown(viewer, booth_id)
    await officers_service.step_out(request.app, viewer, booth_id)
    raise see_other(f"/surgeries/{booth['surgery_id']}")


@pages.get("/weather", permission=Permission.PUBLIC_READ)
async def weather(request: web.Request) -> web.StreamResponse:
    """Where the quick exit leads unless the force sets another address: a page that says nothing of us."""
    return render(request, "rooms/booth/weather.html")


async def booth_page(
    request: web.Request,
    *,
    template: str = "rooms/booth/booth.html",
    draft: dict[str, Any] | None = None,
    refusal: Refusal | None = None,
    emergency: bool = False,
) -> web.Response:
    """The booth's page; with a draft that was refused, what to mend is said beside it."""
    before = whole_number(request.query.get("before", ""))
    context = await booth_context(request.app, viewer_of(request), request.match_info["id"], before=before)
    context["draft"] |= {"reply_to": request.query.get("reply_to", "")[:16]} | (draft or {})
    problem = refusal.message if refusal else None
    status = refusal.status if refusal else 200
    return render(request, template, status=status, problem=problem, emergency=emergency, **context)
