"""The page on which staff type in what is on a filled slip."""

from collections.abc import Mapping

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotFound, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.ballots.paper.filled import chosen_in, serial_in
from priorities.ballots.paper.page_service import form_page
from priorities.ballots.paper.reading_service import read_slip
from priorities.ballots.paper.states import Outcome

pages = Routes()


@pages.get("/rounds/{id}/slips/read", permission=Permission.SLIP_KEEP)
async def show_read(request: web.Request) -> web.StreamResponse:
    return await _page(request, {})


@pages.post("/rounds/{id}/slips/read", permission=Permission.SLIP_KEEP)
async def read(request: web.Request) -> web.StreamResponse:
    form, viewer, round_id = await form_of(request), viewer_of(request), request.match_info["id"]
    shown = await form_page(viewer, round_id)
    try:
        chosen = chosen_in(form, shown["row"], shown["options"])
        outcome = await read_slip(request.app, viewer, round_id, serial_in(form), chosen)
    except (Invalid, NotFound, Conflict) as refusal:
        return await _page(request, form, refusal)
    raise see_other(f"/rounds/{round_id}/slips/read?{outcome}")


async def _page(request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None) -> web.Response:
    shown = await form_page(viewer_of(request), request.match_info["id"])
    outcome = next((each for each in Outcome if each in request.query), None)
    return render(request, "priorities/slips/read.html", **of_refusal(refusal), form=form, outcome=outcome, **shown)
