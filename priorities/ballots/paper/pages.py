"""The staff’s pages about slips: where they all are, printing, and taking one out."""

from typing import Any

from aiohttp import web

from foundation.addresses import own_origin
from foundation.errors import Conflict, Invalid, NotFound, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.ballots.paper import printing_service, spoiling_service
from priorities.ballots.paper.page_service import form_page, slips_page
from priorities.ballots.paper.words import paper_words
from priorities.ballots.receipts import shown_receipt

pages = Routes()


@pages.get("/rounds/{id}/slips", permission=Permission.SLIP_KEEP)
async def show_slips(request: web.Request) -> web.StreamResponse:
    return await _slips(request)


@pages.post("/rounds/{id}/slips/print", permission=Permission.SLIP_KEEP)
async def print_slips(request: web.Request) -> web.StreamResponse:
    """Answered with the slips themselves: their receipts are shown this once, and kept by no browser."""
    form, round_id, viewer = await form_of(request), request.match_info["id"], viewer_of(request)
    try:
        count = whole_number(form.get("count", "").strip()) or 0
        printed = await printing_service.print_slips(request.app, viewer, round_id, count)
    except Invalid as refusal:
        return await _slips(request, refusal, count=form.get("count", ""))
    settings = request.app[SETTINGS]
    address = f"{own_origin(request, settings)}/rounds/{round_id}/receipts"
    words = paper_words(printed.round, address, settings.time_zone)
    shown = await form_page(viewer, round_id)
    response = render(request, "priorities/slips/paper.html", 201, slips=_on_paper(printed), words=words, **shown)
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.get("/rounds/{id}/slips/spoil", permission=Permission.SLIP_KEEP)
async def show_spoil(request: web.Request) -> web.StreamResponse:
    return await _spoil(request)


@pages.post("/rounds/{id}/slips/spoil", permission=Permission.SLIP_KEEP)
async def spoil_slip(request: web.Request) -> web.StreamResponse:
    form, round_id = await form_of(request), request.match_info["id"]
    serial, other = (whole_number(form.get(name, "").strip()) for name in ("serial", "replacement"))
    replacement = (other or 0) if form.get("replacement", "").strip() else None
    try:
        await spoiling_service.spoil_slip(
            request.app, viewer_of(request), round_id, serial or 0, form.get("reason", ""), replacement
        )
    except (Invalid, NotFound, Conflict) as refusal:
        return await _spoil(request, refusal, form)
    raise see_other(f"/rounds/{round_id}/slips?spoiled")


def _on_paper(printed: printing_service.Printed) -> list[tuple[int, str]]:
    return [(serial, shown_receipt(receipt)) for serial, receipt in printed.slips]


async def _slips(request: web.Request, refusal: Refusal | None = None, **more: Any) -> web.Response:
    shown = await slips_page(viewer_of(request), request.match_info["id"])
    spoiled = "spoiled" in request.query
    return render(request, "priorities/slips/slips.html", **of_refusal(refusal), spoiled=spoiled, **shown, **more)


async def _spoil(request: web.Request, refusal: Refusal | None = None, form: Any = None) -> web.Response:
    shown = await slips_page(viewer_of(request), request.match_info["id"])
    return render(request, "priorities/slips/spoil.html", **of_refusal(refusal), form=form or {}, **shown)
