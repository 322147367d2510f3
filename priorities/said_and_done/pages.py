"""You said, we did: the pages, the posters, and the pictures that other sites show."""

import asyncio

from aiohttp import web

from foundation.addresses import own_origin
from foundation.drawing import as_png
from foundation.errors import NotFound
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import render
from foundation.permissions import Permission
from foundation.qr import qr_poster
from foundation.routes import Routes
from priorities.said_and_done import service
from priorities.said_and_done.picture import picture_of, sums
from priorities.said_and_done.poster import on_sheet, sentences

pages = Routes()
_READ = Permission.PRIORITY_READ
_PAGE = 20
_ON_POSTER = 3


@pages.get("/neighbourhoods/{id}/you-said-we-did", permission=_READ)
async def show_neighbourhood(request: web.Request) -> web.StreamResponse:
    """What neighbours wanted, what was done, and what they say came of it."""
    told = await service.told_of_neighbourhood(request.app, request.match_info["id"], _cursor(request), _PAGE)
    return _page(request, told, neighbourhood=request.match_info["id"])


@pages.get("/forces/{id}/you-said-we-did", permission=_READ)
async def show_force(request: web.Request) -> web.StreamResponse:
    """The same of all neighbourhoods of a force."""
    told = await service.told_of_force(request.app, request.match_info["id"], _cursor(request), _PAGE)
    return _page(request, told)


@pages.get("/neighbourhoods/{id}/you-said-we-did/poster", permission=_READ)
async def show_poster(request: web.Request) -> web.StreamResponse:
    """A sheet of A4 for a wall, with the latest priorities."""
    told = await service.told_of_neighbourhood(request.app, request.match_info["id"], None, _ON_POSTER, closed=False)
    address = own_origin(request, request.app[SETTINGS]) + told.path
    sheet, both = on_sheet(told.items), sentences()
    return render(request, "priorities/said_and_done/poster.html", told=told, sheet=sheet, address=address, both=both)


@pages.get("/neighbourhoods/{id}/you-said-we-did/qr.svg", permission=_READ)
async def show_qr_code(request: web.Request) -> web.StreamResponse:
    """The address of the page as a QR code."""
    told = await service.told_of_neighbourhood(request.app, request.match_info["id"], None, 1)
    address = own_origin(request, request.app[SETTINGS]) + told.path
    return web.Response(body=qr_poster(address), content_type="image/svg+xml")


@pages.get("/neighbourhoods/{id}/you-said-we-did/share.png", permission=_READ)
async def share_neighbourhood(request: web.Request) -> web.StreamResponse:
    """The picture that stands beside a link to the page."""
    told = await service.told_of_neighbourhood(request.app, request.match_info["id"], None, _ON_POSTER, closed=False)
    return await _picture(told)


@pages.get("/forces/{id}/you-said-we-did/share.png", permission=_READ)
async def share_force(request: web.Request) -> web.StreamResponse:
    """The same of a force."""
    told = await service.told_of_force(request.app, request.match_info["id"], None, _ON_POSTER, closed=False)
    return await _picture(told)


def _page(request: web.Request, told: service.Told, neighbourhood: str = "") -> web.Response:
    ours = own_origin(request, request.app[SETTINGS])
    share = {"url": ours + told.path, "image": f"{ours}{told.path}/share.png", "description": sums(told.counts)}
    return render(request, "priorities/said_and_done/page.html", told=told, neighbourhood=neighbourhood, share=share)


def _cursor(request: web.Request) -> str | None:
    cursor = request.query.get("cursor", "")
    if len(cursor) > 16:
        raise NotFound(_("There is nothing at this address."))
    return cursor or None


async def _picture(told: service.Told) -> web.Response:
    """To be asked for anew: what moderators take down must not come back from a cache."""
    drawing = picture_of(told.name, told.counts, list(told.items))
    image = await asyncio.to_thread(as_png, drawing)
    return web.Response(body=image, content_type="image/png", headers={"Cache-Control": "no-cache"})
