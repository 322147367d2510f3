"""The page of web sites that anybody may link in a force's places."""

from aiohttp import web

from foundation.errors import Conflict, Invalid, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.lists import sites_service as service

pages = Routes()
_SITES = "/moderation/sites"


@pages.get(_SITES, permission=Permission.SITE_ALLOW)
async def show_sites(request: web.Request) -> web.StreamResponse:
    """The list, and the form that adds to it."""
    return await _page(request)


@pages.post(_SITES, permission=Permission.SITE_ALLOW)
async def allow_site(request: web.Request) -> web.StreamResponse:
    """Allow a site everywhere."""
    typed = (await form_of(request)).get("domain", "")
    try:
        await service.allow_everywhere(request.app, viewer_of(request), typed)
    except (Invalid, Conflict) as refusal:
        return await _page(request, refusal, typed[:300])
    raise see_other(f"{_SITES}?done=allowed")


@pages.post(_SITES + "/{site}/remove", permission=Permission.SITE_ALLOW)
async def disallow_site(request: web.Request) -> web.StreamResponse:
    """Take a site off the list."""
    await form_of(request)
    await service.disallow_everywhere(viewer_of(request), request.match_info["site"])
    raise see_other(f"{_SITES}?done=removed")


async def _page(request: web.Request, refusal: Refusal | None = None, typed: str = "") -> web.Response:
    shown = await service.sites_page(viewer_of(request))
    return render(
        request, "moderation/lists/sites.html", refusal.status if refusal else 200, **shown, list_path=_SITES,
        fields=refusal.fields if refusal else [], domain=typed, done=request.query.get("done", ""),
    )  # fmt: skip
