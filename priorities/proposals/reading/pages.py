"""The page of a proposal, and the button that supports it."""

from aiohttp import web

from foundation.errors import Conflict, NotAllowed, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.proposals.reading.page_service import proposal_page
from priorities.proposals.supporting.service import support

pages = Routes()
_PROPOSAL = "/proposals/{id}"


@pages.get(_PROPOSAL, permission=Permission.PRIORITY_READ)
async def show_proposal(request: web.Request) -> web.StreamResponse:
    """What somebody proposed, and what became of it."""
    return await _page(request)


@pages.post(_PROPOSAL + "/support", permission=Permission.PROPOSAL_SUPPORT)
async def support_proposal(request: web.Request) -> web.StreamResponse:
    """Support it, or (`wanted` is no) no more; leads `back` to where the button stood."""
    form = await form_of(request)
    proposal_id = request.match_info["id"]
    try:
        await support(request.app, viewer_of(request), proposal_id, wanted=form.get("wanted") != "no")
    except (Conflict, NotAllowed) as refusal:
        return await _page(request, refusal)
    raise see_other(local_path(form.get("back", ""), f"/proposals/{proposal_id}"))


async def _page(request: web.Request, refusal: Refusal | None = None) -> web.Response:
    context = await proposal_page(request.app, viewer_of(request), request.match_info["id"])
    status, problem = (refusal.status, refusal.message) if refusal else (200, None)
    emergency = "emergency" in request.query
    return render(
        request, "priorities/proposals/proposal.html", status=status, problem=problem, emergency=emergency, **context
    )
