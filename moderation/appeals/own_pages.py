"""The pages of decisions about one's own words, each with one button to appeal."""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotAllowed
from foundation.identity import viewer_of
from foundation.ids import is_own_id
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from foundation.text import MAX_LENGTH
from moderation.appeals import own_service, service

pages = Routes()


@pages.get("/decisions", permission=Permission.DECISION_READ)
async def show_decisions(request: web.Request) -> web.StreamResponse:
    """All that was decided about one's own words."""
    given = request.query.get("before", "")
    before = given if given and is_own_id(given) else None
    decisions, following = await own_service.own_decisions(viewer_of(request), before)
    return render(request, "moderation/decisions.html", decisions=decisions, following=following)


@pages.get("/decisions/{id}", permission=Permission.DECISION_READ)
async def show_decision(request: web.Request) -> web.StreamResponse:
    """One of them: what was done, by which rule and why."""
    return await _page(request, done="appealed" in request.query)


@pages.post("/decisions/{id}/appeal", permission=Permission.DECISION_APPEAL)
async def appeal(request: web.Request) -> web.StreamResponse:
    """Ask that somebody else looks at it again."""
    text = (await form_of(request)).get("text", "")[: MAX_LENGTH + 1]
    decision = request.match_info["id"]
    try:
        await service.appeal(request.app, viewer_of(request), decision, text)
    except (Invalid, Conflict, NotAllowed) as refusal:
        given = {"text": text, "fields": refusal.fields, "problem": refusal.message}
        return await _page(request, refusal.status, **given)
    raise see_other(f"/decisions/{decision}?appealed")


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    decision = await own_service.own_decision(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "moderation/decision.html", status, decision=decision, **more)
