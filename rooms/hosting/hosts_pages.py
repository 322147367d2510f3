"""Who holds a surgery, by forms: naming, letting go, taking over."""

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.hosting import hosts_service

pages = Routes()
_HOSTS = "/surgeries/{id}/hosts"


@pages.get(_HOSTS, permission=Permission.SURGERY_HOST)
async def show_hosts(request: web.Request) -> web.StreamResponse:
    """Who holds it, and who could."""
    return await _page(request)


@pages.post(_HOSTS, permission=Permission.SURGERY_HOST)
async def add_host(request: web.Request) -> web.StreamResponse:
    """Name somebody."""
    form = await form_of(request)
    room_id, person = request.match_info["id"], form.get("person", "")
    try:
        await hosts_service.add_host(request.app, viewer_of(request), room_id, person, all_dates="all_dates" in form)
    except Invalid as refusal:
        return await _page(request, refusal)
    raise see_other(f"/surgeries/{room_id}/hosts")


@pages.post(_HOSTS + "/{person}/remove", permission=Permission.SURGERY_HOST)
async def remove_host(request: web.Request) -> web.StreamResponse:
    """Let somebody go, or leave."""
    form = await form_of(request)
    viewer, room_id, person = viewer_of(request), request.match_info["id"], request.match_info["person"]
    await hosts_service.remove_host(request.app, viewer, room_id, person, all_dates="all_dates" in form)
    raise see_other(f"/surgeries/{room_id}" if person == viewer.id else f"/surgeries/{room_id}/hosts")


@pages.post("/surgeries/{id}/take-over", permission=Permission.SURGERY_HOST)
async def take_over(request: web.Request) -> web.StreamResponse:
    """Hold a surgery whose host has not come."""
    await form_of(request)
    room_id = request.match_info["id"]
    await hosts_service.take_over(request.app, viewer_of(request), room_id)
    raise see_other(f"/surgeries/{room_id}")


async def _page(request: web.Request, refusal: Invalid | None = None) -> web.Response:
    page = await hosts_service.hosts_page(viewer_of(request), request.match_info["id"])
    status = refusal.status if refusal else 200
    return render(request, "rooms/hosting/hosts.html", status=status, fields=refusal.fields if refusal else [], **page)
