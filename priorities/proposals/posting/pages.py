"""Proposing by a form. Whatever goes wrong, the form comes back with all that was typed."""

from typing import Any

from aiohttp import web

from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.pages import render, see_other
from foundation.permissions import Permission
from foundation.pictures.forms import PostForm, read_post_form
from foundation.routes import Routes
from priorities.pictures.service import PICTURES
from priorities.proposals.drafts_service import preview_of
from priorities.proposals.posting import form_service
from priorities.proposals.posting.forms import proposal_of, wants_preview
from priorities.proposals.posting.guard import guard_of
from priorities.proposals.posting.outcomes import Outcome
from priorities.proposals.posting.service import propose, sent_before

pages = Routes()
_NEW = "/rounds/{id}/proposals/new"


@pages.get(_NEW, permission=Permission.PROPOSAL_MAKE)
async def proposal_form(request: web.Request) -> web.StreamResponse:
    """The form, for who may propose something now."""
    context = await form_service.begun_proposal(viewer_of(request), request.match_info["id"])
    return render(request, "priorities/proposals/new.html", **context)


# Not only for who is signed in: whoever was signed out while they wrote gets their words back.
@pages.post(_NEW, permission=Permission.PRIORITY_READ)
async def post_proposal(request: web.Request) -> web.StreamResponse:
    """Propose it, or look at it first, or at those that are like it."""
    form = await read_post_form(request, PICTURES)
    app, viewer, round_id = request.app, viewer_of(request), request.match_info["id"]
    new = proposal_of(form)
    try:
        if form.refusal:
            raise form.refusal
        if form.goes_on:
            return await _page(request, form)
        if wants_preview(form):
            said = await guard_of(viewer, new, looking=True)
            context = await form_service.begun_proposal(viewer, round_id)
            preview = await preview_of(app, viewer, context["neighbourhood_id"], new)
            return await _page(request, form, said, preview=preview)
        if before := await sent_before(viewer, new.client_id):
            # The second of two clicks: the first one is like it, and is it.
            raise see_other(f"/proposals/{before.id}")
        if near := await form_service.alike(round_id, form):
            return await _page(request, form, near=near)
        if said := await guard_of(viewer, new):
            return await _page(request, form, said)
        outcome = await propose(app, viewer, round_id, new)
    except Refusal as refusal:
        return await _page(request, form, refusal=refusal)
    if outcome.status == "warned":
        return await _page(request, form, outcome)
    raise see_other(f"/proposals/{outcome.id}" + ("?emergency" if outcome.notice == "emergency" else ""))


async def _page(
    request: web.Request, form: PostForm, outcome: Outcome | None = None, refusal: Refusal | None = None, **more: Any
) -> web.Response:
    viewer, round_id = viewer_of(request), request.match_info["id"]
    context = await form_service.refilled_proposal(viewer, round_id, form, outcome, refusal)
    status = refusal.status if refusal else 200
    return render(request, "priorities/proposals/new.html", status=status, **context, **more)
