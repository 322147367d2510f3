"""The appeals of a force, and deciding one."""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.appeals import deciding_service, listing_service

pages = Routes()
_LONGEST = 1000


@pages.get("/moderation/appeals", permission=Permission.APPEAL_DECIDE)
async def show_appeals(request: web.Request) -> web.StreamResponse:
    """What waits for somebody else than who decided, and what came of others."""
    listed = await listing_service.appeals_page(request.app, viewer_of(request))
    return render(request, "moderation/appeals.html", done="done" in request.query, **listed)


@pages.get("/moderation/appeals/{id}", permission=Permission.APPEAL_DECIDE)
async def show_appeal(request: web.Request) -> web.StreamResponse:
    return await _page(request)


@pages.post("/moderation/appeals/{id}", permission=Permission.APPEAL_DECIDE)
async def decide_appeal(request: web.Request) -> web.StreamResponse:
    """The decision stands, or everything is put right."""
    form = await form_of(request)
    outcome, reason = form.get("outcome", ""), form.get("reason", "")[:_LONGEST].strip()
    try:
        await deciding_service.decide_appeal(
            request.app, viewer_of(request), request.match_info["id"], outcome, reason
        )  # fmt: skip
    except (Invalid, Conflict) as refusal:
        given = {"outcome": outcome, "reason": reason, "fields": refusal.fields, "problem": refusal.message}
        return await _page(request, refusal.status, **given)
    raise see_other("/moderation/appeals?done")


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    appeal = await listing_service.appeal_page(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "moderation/appeal.html", status, appeal=appeal, **more)
