"""The ballot as a form. Whatever is wrong, it comes back as it was filled in."""

from typing import Any

from aiohttp import web

from foundation.addresses import client_address
from foundation.errors import Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS, UNTOLD
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.ballots import page_service, service
from priorities.ballots.forms import chosen_of, typed_of
from priorities.ballots.receipts import shown_receipt

pages = Routes()
_VOTE = "/rounds/{id}/vote"
_LONGEST_ID = 64


@pages.get(_VOTE, permission=Permission.BALLOT_CAST)
async def ballot(request: web.Request) -> web.StreamResponse:
    """An empty one: what somebody chose before is shown to nobody, themselves included."""
    return await _page(request)


@pages.post(_VOTE, permission=Permission.BALLOT_CAST)
async def cast_ballot(request: web.Request) -> web.StreamResponse:
    """Cast it. The receipt stands on the answer and nowhere else."""
    form = await form_of(request)
    app, viewer, typed = request.app, viewer_of(request), typed_of(form)
    row = await page_service.access_ballot(viewer, request.match_info["id"])
    try:
        # All that the answer needs is read before: what went wrong after the commit would keep the receipt from them.
        context = await page_service.voted_page(viewer, row)
        address = client_address(request, app[SETTINGS])
        # Loaded again, the answer is the same: it is one form.
        code, sent = form.get("code", ""), form.get("client_id", "")[:_LONGEST_ID]
        receipt = await service.vote_in(app, viewer, row, chosen_of(row, form), code, address, sent)
    except Refusal as refusal:
        return await _page(request, typed, refusal)
    request[UNTOLD] = True
    return render(request, "priorities/ballots/voted.html", receipt=shown_receipt(receipt), **context)


async def _page(request: web.Request, typed: Any = None, refusal: Refusal | None = None) -> web.Response:
    context = await page_service.ballot_page(request.app, viewer_of(request), request.match_info["id"], typed)
    return render(request, "priorities/ballots/vote.html", **of_refusal(refusal), **context)
