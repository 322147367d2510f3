"""The page on which staff take a slip back, so that whoever held it can vote otherwise."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotFound, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.ballots.paper import returning_service
from priorities.ballots.paper.issuing_pages import LONGEST, found_by, neighbour_in
from priorities.ballots.paper.page_service import slips_page

pages = Routes()


@pages.get("/rounds/{id}/slips/return", permission=Permission.SLIP_KEEP)
async def show_return(request: web.Request) -> web.StreamResponse:
    return await _page(request, {})


@pages.post("/rounds/{id}/slips/return/find", permission=Permission.SLIP_KEEP)
async def find_holder(request: web.Request) -> web.StreamResponse:
    """Residents with an account of this name, whether or not they were given a slip."""
    form = await form_of(request)
    return await _page(request, form, found=await found_by(request, form))


@pages.post("/rounds/{id}/slips/return", permission=Permission.SLIP_KEEP)
async def return_slip(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    try:
        await _return(request, form)
    except (Invalid, NotFound, Conflict) as refusal:
        return await _page(request, form, refusal, await found_by(request, form) if "sought" in form else None)
    raise see_other(f"/rounds/{request.match_info['id']}/slips/return?returned")


async def _return(request: web.Request, form: Mapping[str, str]) -> None:
    viewer, round_id = viewer_of(request), request.match_info["id"]
    serial = whole_number(form.get("serial", "").strip()) or 0
    if "sought" in form:
        person = form.get("person", "")[:LONGEST]
        await returning_service.take_back_from_account(request.app, viewer, round_id, serial, person)
        return
    await returning_service.take_back_by_name(request.app, viewer, round_id, serial, neighbour_in(form))


async def _page(
    request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None, found: Any = None
) -> web.Response:
    shown = await slips_page(viewer_of(request), request.match_info["id"])
    return render(request, "priorities/slips/return.html", **of_refusal(refusal), form=form, found=found,
                  returned="returned" in request.query, **shown)  # fmt: skip
