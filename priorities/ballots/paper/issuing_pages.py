"""The page on which staff give a slip to somebody, who has an account or none."""

from collections.abc import Mapping

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotAllowed, NotFound, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.ballots.paper import issuing_service
from priorities.ballots.paper.filled import serial_in
from priorities.ballots.paper.person_pages import account_in, neighbour_in, person_page

pages = Routes()


@pages.get("/rounds/{id}/slips/issue", permission=Permission.SLIP_KEEP)
async def show_issue(request: web.Request) -> web.StreamResponse:
    return await _page(request, {})


@pages.post("/rounds/{id}/slips/find", permission=Permission.SLIP_KEEP)
async def find_residents(request: web.Request) -> web.StreamResponse:
    """Residents with an account of this name. By a form, so that names stand in no address and no log."""
    return await _page(request, await form_of(request))


@pages.post("/rounds/{id}/slips/issue", permission=Permission.SLIP_KEEP)
async def issue_slip(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    try:
        await _issue(request, form)
    except (Invalid, NotFound, Conflict, NotAllowed) as refusal:
        if isinstance(refusal, NotAllowed) and not refusal.fields:
            raise
        return await _page(request, form, refusal)
    raise see_other(f"/rounds/{request.match_info['id']}/slips/issue?given")


async def _issue(request: web.Request, form: Mapping[str, str]) -> None:
    viewer, round_id, serial = viewer_of(request), request.match_info["id"], serial_in(form)
    if (person := account_in(form)) is not None:
        await issuing_service.issue_to_account(request.app, viewer, round_id, serial, person)
        return
    neighbour, same_name = neighbour_in(form), "same_name" in form
    await issuing_service.issue_by_name(request.app, viewer, round_id, serial, neighbour, same_name=same_name)


async def _page(request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None) -> web.Response:
    asks = bool(refusal and any(wrong.field == "same_name" for wrong in refusal.fields)) or "same_name" in form
    return await person_page(request, "priorities/slips/issue.html", form, refusal,
                             asks_same_name=asks, done="given" in request.query)  # fmt: skip
