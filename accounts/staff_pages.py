"""Enrolling staff, and the page behind the one-time link that lets them in."""

from typing import Any

from aiohttp import web

from accounts import enrolment_service, link_service, service
from accounts.arrivals import signed_in_at, whence
from accounts.links import NewLink
from foundation.addresses import own_origin
from foundation.errors import Conflict, Invalid
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
_FIELDS = ("email", "name", "role", "rank", "number", "neighbourhoods", "force")
_LONGEST = 4000
"""Characters of a field that are looked at: some two hundred neighbourhoods, by name."""


@pages.get("/admin/people", permission=Permission.STAFF_ENROL)
async def show_staff(request: web.Request) -> web.StreamResponse:
    return await _staff(request)


@pages.post("/admin/people", permission=Permission.STAFF_ENROL)
async def create_staff(request: web.Request) -> web.StreamResponse:
    """Enrol somebody, and show the link that lets them in, this once."""
    form = await form_of(request)
    values = {field: form.get(field, "")[:_LONGEST].strip() for field in _FIELDS}
    places = tuple(filter(None, (line.strip() for line in values["neighbourhoods"].splitlines())))
    asked = enrolment_service.NewStaff(**{**values, "neighbourhoods": places})  # type: ignore[arg-type]
    try:
        link = await enrolment_service.create_staff(viewer_of(request), asked)
    except (Invalid, Conflict) as refusal:
        return await _staff(request, refusal.status, values=values, problem=refusal.message, fields=refusal.fields)
    return await _staff(request, 201, link=link)


@pages.post("/admin/people/{id}/link", permission=Permission.STAFF_ENROL)
async def renew_link(request: web.Request) -> web.StreamResponse:
    """Show a new link for somebody who did not use theirs in time."""
    await form_of(request)
    return await _staff(
        request, 201, link=await enrolment_service.renew_link(viewer_of(request), request.match_info["id"])
    )


@pages.get("/link/{token}", permission=Permission.LINK_USE)
async def ask_for_new_password(request: web.Request) -> web.StreamResponse:
    """Opening a link does not use it up: mail programs open links by themselves."""
    return await _password(request)


@pages.post("/link/{token}", permission=Permission.LINK_USE)
async def use_link(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    try:
        signed_in = await link_service.use_link(
            request.app, request.match_info["token"], form.get("password", ""), *whence(request)
        )
    except Invalid as refusal:
        return await _password(request, refusal.status, problem=refusal.message, fields=refusal.fields)
    await service.leave_behind(request.app, viewer_of(request))
    raise signed_in_at(request, signed_in.token, "/account")


async def _staff(request: web.Request, status: int = 200, link: NewLink | None = None, **more: Any) -> web.Response:
    viewer = viewer_of(request)
    holders = await enrolment_service.staff_holding(viewer)
    shown = None
    if link is not None:
        names = {holder["person"]["id"]: holder["person"]["name"] for holder in holders}
        address = own_origin(request, request.app[SETTINGS]) + link.path
        shown = {"name": names[link.person], "address": address, "until": link.until}
    forces = await enrolment_service.forces_to_choose(viewer)
    context = {"values": {}, **more}
    return render(request, "accounts/admin_people.html", status, holders=holders, link=shown, forces=forces, **context)


async def _password(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    token = request.match_info["token"]
    link = await link_service.open_link(request.app, token, whence(request)[0])
    return render(
        request, "accounts/set_password.html", status, token=token, name=link["person__name"],
        email=link["person__email"], new=link["person__password_hash"] is None, **more,
    )  # fmt: skip
