"""One thing that waits for another administrator: read it, then confirm, refuse or take it back."""

from typing import Any

from aiohttp import web

from accounts.factors.proof import check_proved
from accounts.staffing import confirmation_service, enrolment_service, holders_service
from foundation.addresses import origin_for_mail
from foundation.errors import Conflict, Invalid, Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/admin/enrolments/{id}", permission=Permission.STAFF_CONFIRM)
async def show_enrolment(request: web.Request) -> web.StreamResponse:
    """What was entered, in full."""
    return await _page(request)


@pages.post("/admin/enrolments/{id}/confirm", permission=Permission.STAFF_CONFIRM)
async def confirm_enrolment(request: web.Request) -> web.StreamResponse:
    """Let it count."""
    await form_of(request)
    origin = origin_for_mail(request, request.app[SETTINGS])
    try:
        person = await confirmation_service.confirm_enrolment(
            request.app, viewer_of(request), request.match_info["id"], origin
        )
    except (Invalid, Conflict) as refusal:
        return await _page(request, refusal)
    raise see_other(f"/admin/people/{person}?done=confirm")


@pages.post("/admin/enrolments/{id}/refuse", permission=Permission.STAFF_CONFIRM)
async def refuse_enrolment(request: web.Request) -> web.StreamResponse:
    """Let nothing come of it."""
    form = await form_of(request)
    reason = form.get("reason", "")[:4000]
    try:
        await confirmation_service.refuse_enrolment(viewer_of(request), request.match_info["id"], reason)
    except (Invalid, Conflict) as refusal:
        return await _page(request, refusal, reason=reason)
    raise see_other("/admin/people?done=refuse")


@pages.post("/admin/enrolments/{id}/withdraw", permission=Permission.STAFF_ENROL)
async def withdraw_enrolment(request: web.Request) -> web.StreamResponse:
    """Take back what one entered oneself."""
    await form_of(request)
    try:
        await enrolment_service.withdraw_enrolment(viewer_of(request), request.match_info["id"])
    except Conflict as refusal:
        return await _page(request, refusal)
    raise see_other("/admin/people?done=withdraw")


async def _page(request: web.Request, refusal: Refusal | None = None, **more: Any) -> web.Response:
    viewer = viewer_of(request)
    waiting, state = await holders_service.one_waiting(viewer, request.match_info["id"])
    if state == "waiting" and not waiting.mine:
        check_proved(viewer)
    return render(
        request,
        "accounts/staff/enrolment.html",
        refusal.status if refusal else 200,
        waiting=waiting,
        state=state,
        done=request.query.get("done", ""),
        problem=refusal.message if refusal else None,
        # The form has one field of its own: what else is wrong stands in what was entered, and on top.
        fields=[field for field in refusal.fields if field.field == "reason"] if refusal else None,
        alone=not await holders_service.has_second_administrator(viewer),
        **more,
    )
