"""The page on which staff give a slip to somebody, who has an account or none."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotAllowed, NotFound, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.ballots.paper import issuing_service
from priorities.ballots.paper.page_service import slips_page
from priorities.ballots.roll import Neighbour, neighbour_of

pages = Routes()
LONGEST = 80
"""Characters of a name or an id that are looked at."""


@pages.get("/rounds/{id}/slips/issue", permission=Permission.SLIP_KEEP)
async def show_issue(request: web.Request) -> web.StreamResponse:
    return await _page(request, {})


@pages.post("/rounds/{id}/slips/find", permission=Permission.SLIP_KEEP)
async def find_residents(request: web.Request) -> web.StreamResponse:
    """Residents with an account of this name. By a form, so that names stand in no address and no log."""
    form = await form_of(request)
    return await _page(request, form, found=await found_by(request, form))


@pages.post("/rounds/{id}/slips/issue", permission=Permission.SLIP_KEEP)
async def issue_slip(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    try:
        await _issue(request, form)
    except (Invalid, NotFound, Conflict, NotAllowed) as refusal:
        if isinstance(refusal, NotAllowed) and not refusal.fields:
            raise
        found = await found_by(request, form) if "sought" in form else None
        return await _page(request, form, refusal, found)
    raise see_other(f"/rounds/{request.match_info['id']}/slips/issue?given")


async def _issue(request: web.Request, form: Mapping[str, str]) -> None:
    viewer, round_id = viewer_of(request), request.match_info["id"]
    serial = whole_number(form.get("serial", "").strip()) or 0
    if "sought" in form:
        person = form.get("person", "")[:LONGEST]
        await issuing_service.issue_to_account(request.app, viewer, round_id, serial, person)
        return
    neighbour, same_name = neighbour_in(form), "same_name" in form
    await issuing_service.issue_by_name(request.app, viewer, round_id, serial, neighbour, same_name=same_name)


def neighbour_in(form: Mapping[str, str]) -> Neighbour:
    """Name and address as they were typed. Raises Invalid."""
    return neighbour_of(*(form.get(name, "")[: LONGEST * 2] for name in ("name", "house", "postcode")))


async def found_by(request: web.Request, form: Mapping[str, str]) -> Any:
    """The residents with an account whose name was `sought`."""
    name = form.get("sought", "")[:LONGEST]
    return await issuing_service.find_residents(viewer_of(request), request.match_info["id"], name)


async def _page(
    request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None, found: Any = None
) -> web.Response:
    shown = await slips_page(viewer_of(request), request.match_info["id"])
    asks = bool(refusal and any(wrong.field == "same_name" for wrong in refusal.fields)) or "same_name" in form
    return render(request, "priorities/slips/issue.html", **of_refusal(refusal), form=form, found=found,
                  asks_same_name=asks, given="given" in request.query, **shown)  # fmt: skip
