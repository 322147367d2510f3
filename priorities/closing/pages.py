"""The receipts of a round: the list of them, and a form that looks for one’s own."""

from typing import Any

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.ballots.receipts import shown_receipt, typed_receipt
from priorities.closing import service

pages = Routes()
_RECEIPTS = "/rounds/{id}/receipts"


@pages.get(_RECEIPTS, permission=Permission.PRIORITY_READ)
async def receipts(request: web.Request) -> web.StreamResponse:
    """The list, once the vote has closed."""
    return await _page(request)


# Posted, though it changes nothing: a receipt is no part of an address, which browsers keep.
@pages.post(_RECEIPTS, permission=Permission.PRIORITY_READ)
async def check(request: web.Request) -> web.StreamResponse:
    """Whether the one that was typed is in it."""
    typed = (await form_of(request)).get("receipt", "")[:100]
    counted = await service.is_counted(viewer_of(request), request.match_info["id"], typed)
    return await _page(request, typed=typed, counted=counted, readable=shown_receipt(typed_receipt(typed)))


@pages.get(_RECEIPTS + ".txt", permission=Permission.PRIORITY_READ)
async def as_text(request: web.Request) -> web.StreamResponse:
    """All of them, one a line."""
    found = await service.all_receipts(viewer_of(request), request.match_info["id"])
    return web.Response(text="".join(f"{each}\n" for each in found), content_type="text/plain")


async def _page(request: web.Request, **checked: Any) -> web.Response:
    context = await service.receipts_page(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "priorities/closing/receipts.html", **context, checked=checked or None)
