"""The list of who holds what, and entering somebody new."""

from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from accounts.factors.proof import check_proved
from accounts.staffing import enrolment_service, holders_service
from accounts.staffing.forms import ENROLMENT, new_staff, values_of
from accounts.staffing.search import sought
from foundation.addresses import origin_for_mail
from foundation.errors import Conflict, Invalid
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission, Role
from foundation.routes import Routes

pages = Routes()


@pages.get("/admin/people", permission=Permission.STAFF_READ)
async def show_staff(request: web.Request) -> web.StreamResponse:
    """Who holds what and since when, a page of them, with what waits on top."""
    viewer, asked = viewer_of(request), sought(dict(request.query))
    administrates = viewer.role is Role.ADMINISTRATOR
    kept = {name: value for name, value in request.query.items() if name in ("name", "place", "role", "suspended")}
    return render(
        request,
        "accounts/staff/people.html",
        found=await holders_service.holders_page(viewer, asked),
        asked=asked,
        address=f"/admin/people?{urlencode(kept)}{'&' if kept else ''}page=",
        waiting=await holders_service.waiting_for(viewer),
        administrates=administrates,
        alone=administrates and not await holders_service.has_second_administrator(viewer),
        done=request.query.get("done", ""),
    )


@pages.get("/admin/people/new", permission=Permission.STAFF_ENROL)
async def new_form(request: web.Request) -> web.StreamResponse:
    """The form to enter somebody."""
    check_proved(viewer_of(request))
    return await _form(request)


@pages.post("/admin/people", permission=Permission.STAFF_ENROL)
async def enrol_staff(request: web.Request) -> web.StreamResponse:
    """Enter somebody: another administrator has to confirm it."""
    values = values_of(await form_of(request), ENROLMENT)
    try:
        id_ = await enrolment_service.enrol_staff(
            viewer_of(request), new_staff(values), origin_for_mail(request, request.app[SETTINGS])
        )
    except (Invalid, Conflict) as refusal:
        return await _form(request, refusal.status, values=values, problem=refusal.message, fields=refusal.fields)
    raise see_other(f"/admin/enrolments/{id_}?done=enrol")


async def _form(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    viewer = viewer_of(request)
    forces = await holders_service.forces_to_choose(viewer) if viewer.force is None else []
    context: dict[str, Any] = {"values": {}, "whole_force": viewer.whole_force, "forces": forces, **more}
    return render(request, "accounts/staff/new.html", status, **context)
