"""The administrators' page of legal holds."""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.legal_holds import service as service

pages = Routes()
_LONGEST = 500


@pages.get("/admin/holds", permission=Permission.HOLD_PLACE)
async def show_holds(request: web.Request) -> web.StreamResponse:
    """`what` and `named` in the address fill the form: how the page of a thing leads here."""
    done = next((word for word in ("placed", "ended") if word in request.query), "")
    filled = {name: request.query.get(name, "")[:_LONGEST] for name in ("what", "named")}
    return await _page(request, 200, done=done, **filled)


@pages.post("/admin/holds", permission=Permission.HOLD_PLACE)
async def place_hold(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    named, reason, what = (form.get(name, "")[:_LONGEST].strip() for name in ("named", "reason", "what"))
    try:
        if what not in ("message", "person"):
            raise _nothing_chosen()
        await service.place_hold(request.app, viewer_of(request), named, reason, person=what == "person")
    except Invalid as refusal:
        return await _page(request, 422, named=named, reason=reason, what=what, fields=refusal.fields)
    raise see_other("/admin/holds?placed")


@pages.post("/admin/holds/{id}/end", permission=Permission.HOLD_PLACE)
async def end_hold(request: web.Request) -> web.StreamResponse:
    reason = (await form_of(request)).get("reason", "")[:_LONGEST].strip()
    try:
        await service.end_hold(request.app, viewer_of(request), request.match_info["id"], reason)
    except (Invalid, Conflict) as refusal:
        return await _page(request, refusal.status, problem=refusal.message)
    raise see_other("/admin/holds?ended")


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    holds = await service.holds_page(request.app, viewer_of(request))
    return render(request, "moderation/holds.html", status, holds=holds, **more)


def _nothing_chosen() -> Invalid:
    return Invalid.at("what", _("Choose what is to be kept."))
