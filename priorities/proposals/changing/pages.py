"""Changing and taking back one's own proposal by forms. Whatever goes wrong, what was typed comes back."""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict, NotAllowed, NotFound, NotSignedIn, Refusal
from foundation.identity import viewer_of
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.pictures.forms import PostForm, read_post_form
from foundation.routes import Routes
from priorities.pictures.service import PICTURES
from priorities.proposals.changing import form_service, service
from priorities.proposals.changing.edits import Edit
from priorities.proposals.drafts_service import preview_of
from priorities.proposals.posting.forms import proposal_of, refilled, wants_preview
from priorities.proposals.posting.outcomes import Outcome

pages = Routes()
_PROPOSAL = "/proposals/{id}"


@pages.get(_PROPOSAL + "/edit", permission=Permission.PROPOSAL_MAKE)
async def edit_form(request: web.Request) -> web.StreamResponse:
    """One's own words, to change them."""
    context = await form_service.begun_edit(viewer_of(request), request.match_info["id"])
    return render(request, "priorities/proposals/edit.html", **context)


# Not only for who is signed in: whoever was signed out while they wrote gets their words back.
@pages.post(_PROPOSAL + "/edit", permission=Permission.PRIORITY_READ)
async def edit_proposal(request: web.Request) -> web.StreamResponse:
    """Change them, or look at the change first."""
    form = await read_post_form(request, PICTURES)
    app, viewer, proposal_id = request.app, viewer_of(request), request.match_info["id"]
    edit = Edit(proposal_of(form), whole_number(form.fields.get("version", "")) or 0)
    try:
        if form.refusal:
            raise form.refusal
        if form.goes_on:
            return await _page(request, form)
        if wants_preview(form):
            context = await form_service.begun_edit(viewer, proposal_id)
            preview = await preview_of(app, viewer, context["neighbourhood_id"], edit.new)
            return await _page(request, form, preview=preview)
        outcome = await service.edit_proposal(app, viewer, proposal_id, edit)
    except Refusal as refusal:
        return await _page(request, form, refusal=refusal)
    if outcome.status == "warned":
        return await _page(request, form, outcome)
    raise see_other(f"/proposals/{proposal_id}" + ("?emergency" if outcome.notice == "emergency" else ""))


@pages.get(_PROPOSAL + "/withdraw", permission=Permission.PROPOSAL_MAKE)
async def withdraw_form(request: web.Request) -> web.StreamResponse:
    """Whether they mean it."""
    context = await form_service.to_withdraw(viewer_of(request), request.match_info["id"])
    return render(request, "priorities/proposals/withdraw.html", **context)


@pages.post(_PROPOSAL + "/withdraw", permission=Permission.PROPOSAL_MAKE)
async def withdraw_proposal(request: web.Request) -> web.StreamResponse:
    """Take one's own proposal back."""
    await form_of(request)
    round_id = await service.withdraw_proposal(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(f"/rounds/{round_id}")


async def _page(
    request: web.Request, form: PostForm, outcome: Outcome | None = None, refusal: Refusal | None = None, **more: Any
) -> web.Response:
    viewer, proposal_id = viewer_of(request), request.match_info["id"]
    status = refusal.status if refusal else 200
    try:
        context = await form_service.refilled_edit(viewer, proposal_id, form, outcome, refusal)
    except (NotFound, NotAllowed, Conflict) as gone:
        # Its own form can’t be shown any more: the words are given back all the same.
        said = refusal or gone
        return render(
            request, "priorities/proposals/given_back.html", status=said.status, problem=said.message,
            sign_in=isinstance(said, NotSignedIn), draft=refilled(form), proposal_id=proposal_id,
        )  # fmt: skip
    return render(request, "priorities/proposals/edit.html", status=status, **context, **more)
