"""Which web sites anybody may link in a room, by forms."""

from aiohttp import web

from foundation.errors import Conflict, Invalid, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.hosting import sites_service as service

pages = Routes()
_SITES = "/surgeries/{id}/sites"


@pages.get(_SITES, permission=Permission.SITE_ALLOW)
async def show_sites(request: web.Request) -> web.StreamResponse:
    """The room's list, and the form that adds to it."""
    return await _page(request)


@pages.post(_SITES, permission=Permission.SITE_ALLOW)
async def allow_site(request: web.Request) -> web.StreamResponse:
    """Allow a site in this room."""
    typed = (await form_of(request)).get("domain", "")
    try:
        await service.allow_site(request.app, viewer_of(request), request.match_info["id"], typed)
    except (Invalid, Conflict) as refusal:
        return await _page(request, refusal, typed[:300])
    raise see_other(f"{_path(request)}?done=allowed")


@pages.post(_SITES + "/{site}/remove", permission=Permission.SITE_ALLOW)
async def disallow_site(request: web.Request) -> web.StreamResponse:
    """Take a site off the room's list."""
    await form_of(request)
    await service.disallow_site(viewer_of(request), request.match_info["id"], request.match_info["site"])
    raise see_other(f"{_path(request)}?done=removed")


async def _page(request: web.Request, refusal: Refusal | None = None, typed: str = "") -> web.Response:
    room_id = request.match_info["id"]
    shown = await service.sites_page(viewer_of(request), room_id)
    return render(
        request, "moderation/lists/sites.html", refusal.status if refusal else 200, **shown, list_path=_path(request),
        room=f"/surgeries/{room_id}", fields=refusal.fields if refusal else [], domain=typed,
        done=request.query.get("done", ""),
    )  # fmt: skip


def _path(request: web.Request) -> str:
    return f"/surgeries/{request.match_info['id']}/sites"
