"""The page on which staff take a slip back, so that whoever held it can vote otherwise."""

from collections.abc import Mapping

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotFound, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.ballots.paper import returning_service
from priorities.ballots.paper.filled import serial_in
from priorities.ballots.paper.person_pages import account_in, neighbour_in, person_page

pages = Routes()


@pages.get("/rounds/{id}/slips/return", permission=Permission.SLIP_KEEP)
async def show_return(request: web.Request) -> web.StreamResponse:
    return await _page(request, {})


@pages.post("/rounds/{id}/slips/return/find", permission=Permission.SLIP_KEEP)
async def find_holder(request: web.Request) -> web.StreamResponse:
    """Residents with an account of this name, whether or not they were given a slip."""
    return await _page(request, await form_of(request))


@pages.post("/rounds/{id}/slips/return", permission=Permission.SLIP_KEEP)
async def return_slip(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    try:
        await _return(request, form)
    except (Invalid, NotFound, Conflict) as refusal:
        return await _page(request, form, refusal)
    raise see_other(f"/rounds/{request.match_info['id']}/slips/return?returned")


async def _return(request: web.Request, form: Mapping[str, str]) -> None:
    viewer, round_id, serial = viewer_of(request), request.match_info["id"], serial_in(form)
    if (person := account_in(form)) is not None:
        await returning_service.take_back_from_account(request.app, viewer, round_id, serial, person)
        return
    await returning_service.take_back_by_name(request.app, viewer, round_id, serial, neighbour_in(form))


async def _page(request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None) -> web.Response:
    return await person_page(request, "priorities/slips/return.html", form, refusal, done="returned" in request.query)
