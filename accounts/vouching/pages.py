"""The officers' page of codes, and the page on which a resident enters one."""

from typing import Any

from aiohttp import web

from accounts.vouching import entering_service, service
from accounts.vouching.cards import card_words
from foundation.addresses import client_address, own_origin
from foundation.errors import Conflict, FieldError, Gone, Invalid, NotFound
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.qr import qr_picture
from foundation.routes import Routes

pages = Routes()
_LONGEST = 40


@pages.get("/account/codes", permission=Permission.RESIDENT_VOUCH)
async def show_codes(request: web.Request) -> web.StreamResponse:
    return await _codes(request, ended="ended" in request.query)


@pages.post("/account/codes", permission=Permission.RESIDENT_VOUCH)
async def print_codes(request: web.Request) -> web.StreamResponse:
    """Answered with the cards themselves: they are shown this once, and kept by no browser."""
    form = await form_of(request)
    neighbourhood, count = form.get("neighbourhood", "")[:64], form.get("count", "").strip()[:_LONGEST]
    try:
        sheet = await service.print_codes(request.app, viewer_of(request), neighbourhood, count)
    except Invalid as refusal:
        return await _codes(request, 422, neighbourhood=neighbourhood, count=count, fields=refusal.fields)
    settings = request.app[SETTINGS]
    address = f"{own_origin(request, settings)}/account/confirm"
    words = card_words(sheet, address, settings.time_zone)
    picture = qr_picture(address, scale=3, quiet=2)
    return _once(render(request, "accounts/code_cards.html", 201, sheet=sheet, words=words, qr=picture))


@pages.post("/account/codes/{id}/end", permission=Permission.RESIDENT_VOUCH)
async def end_codes(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.end_sheet(viewer_of(request), request.match_info["id"])
    raise see_other("/account/codes?ended")


@pages.get("/account/confirm", permission=Permission.ACCOUNT_CHANGE)
async def show_confirm(request: web.Request) -> web.StreamResponse:
    if "done" not in request.query:
        entering_service.check_can_enter(viewer_of(request))
    return render(request, "accounts/confirm.html", code="", done="done" in request.query)


@pages.post("/account/confirm", permission=Permission.ACCOUNT_CHANGE)
async def confirm(request: web.Request) -> web.StreamResponse:
    code = (await form_of(request)).get("code", "")[:_LONGEST]
    address = client_address(request, request.app[SETTINGS])
    try:
        await entering_service.enter_code(request.app, viewer_of(request), code, address)
    except (Invalid, NotFound, Gone, Conflict) as refusal:
        fields = refusal.fields or [FieldError("code", refusal.message)]
        return render(request, "accounts/confirm.html", refusal.status, code=code, fields=fields)
    raise see_other("/account/confirm?done")


async def _codes(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    viewer = viewer_of(request)
    places = await service.places_to_print_for(viewer)
    sheets = await service.own_sheets(viewer)
    return render(request, "accounts/codes.html", status, places=places, sheets=sheets, most=service.MOST, **more)


def _once(response: web.Response) -> web.Response:
    response.headers["Cache-Control"] = "no-store"
    return response
