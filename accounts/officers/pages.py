"""The public page of an officer, what a badge leads to, and its poster."""

from typing import Any

from aiohttp import web

from accounts.officers import service
from accounts.officers.poster import sentences
from foundation.addresses import own_origin
from foundation.errors import NotFound
from foundation.feeds import subscription
from foundation.ids import is_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import render
from foundation.permissions import Permission
from foundation.qr import qr_poster
from foundation.routes import Routes

pages = Routes()


@pages.get("/officers/{id}", permission=Permission.OFFICER_READ)
async def show_officer(request: web.Request) -> web.StreamResponse:
    """Who an officer is by the record, the words while on duty, and how to check."""
    officer = await service.officer_now(request.app, _id(request))
    feed = subscription(request, f"/officers/{_id(request)}/calendar.ics")
    return render(request, "accounts/officers/officer.html", feed=feed, **_named(officer))


@pages.get("/officers/{id}/poster", permission=Permission.OFFICER_READ)
async def show_poster(request: web.Request) -> web.StreamResponse:
    """A sheet for the wall: the page's address, never the words, which change."""
    officer = await service.public_officer(_id(request))
    number = officer["person"]["officer"]["number"]
    address, both = _address(request, officer), sentences(number)
    return render(request, "accounts/officers/poster.html", **_named(officer), address=address, both=both)


@pages.get("/officers/{id}/qr.svg", permission=Permission.OFFICER_READ)
async def show_qr_code(request: web.Request) -> web.StreamResponse:
    """The address of the page as a QR code."""
    officer = await service.public_officer(_id(request))
    return web.Response(body=qr_poster(_address(request, officer)), content_type="image/svg+xml")


def _id(request: web.Request) -> str:
    if not is_id(request.match_info["id"]):
        raise NotFound(_("There is nothing at this address."))
    return request.match_info["id"]


def _address(request: web.Request, officer: dict[str, Any]) -> str:
    return own_origin(request, request.app[SETTINGS]) + str(officer["person"]["officer"]["page"])


def _named(officer: dict[str, Any]) -> dict[str, Any]:
    """The officer as the templates name them."""
    return {"officer": officer["person"], **{name: value for name, value in officer.items() if name != "person"}}
