"""The printed sheet as a page, and the page where its ticks are entered afterwards."""

from typing import Any

from aiohttp import web

from foundation.addresses import own_origin
from foundation.errors import Conflict, Invalid, Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.qr import qr_picture
from foundation.routes import Routes
from rooms.sheet import service

pages = Routes()
_WAS = "was-"
_UNREADABLE = -1
"""A number that is none: refused as one that is out of bounds."""


@pages.get("/surgeries/{id}/sheet", permission=Permission.SURGERY_READ)
async def show_sheet(request: web.Request) -> web.StreamResponse:
    """The questions in large type, with boxes to tick: for paper."""
    sheet = await service.sheet_to_print(request.match_info["id"])
    address = f"{own_origin(request, request.app[SETTINGS])}/surgeries/{sheet['surgery']['id']}"
    return render(request, "rooms/sheet/sheet.html", **sheet, address=address, qr=qr_picture(address, scale=3))


@pages.get("/surgeries/{id}/sheet/counts", permission=Permission.SHEET_ENTER)
async def show_counts(request: web.Request) -> web.StreamResponse:
    """Where staff enter what was ticked."""
    return await _counts_page(request, saved="saved" in request.query)


@pages.post("/surgeries/{id}/sheet/counts", permission=Permission.SHEET_ENTER)
async def enter_counts(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    surgery_id = request.match_info["id"]
    given = {
        field.removeprefix(_WAS): (_number(was), _number(form.get(field.removeprefix(_WAS), "")))
        for field, was in form.items()
        if field.startswith(_WAS)
    }
    try:
        await service.enter_counts(request.app, viewer_of(request), surgery_id, given)
    except (Invalid, Conflict) as refusal:
        return await _counts_page(request, refusal, form)
    raise see_other(f"/surgeries/{surgery_id}/sheet/counts?saved")


def _number(text: str) -> int:
    number = whole_number(text.strip() or "0")
    return _UNREADABLE if number is None else number


async def _counts_page(
    request: web.Request, refusal: Refusal | None = None, form: dict[str, str] | None = None, **said: Any
) -> web.Response:
    sheet = await service.sheet_to_enter(viewer_of(request), request.match_info["id"])
    return render(
        request,
        "rooms/sheet/counts.html",
        status=refusal.status if refusal else 200,
        **sheet,
        form=form or {},
        problem=refusal.message if refusal and not refusal.fields else None,
        fields=refusal.fields if refusal else [],
        most=service.MOST,
        **said,
    )
