"""The pages of refusals: refusing, reading why, appealing, deciding."""

from collections.abc import Mapping

from aiohttp import web

from foundation.errors import Conflict, Invalid, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.proposals.refusing import service, shown_service
from priorities.rounds.heads import round_head

pages = Routes()


@pages.get("/rounds/{id}/refused", permission=Permission.PRIORITY_READ)
async def show_gone(request: web.Request) -> web.StreamResponse:
    """The proposals of a round that are not voted on, each with why."""
    viewer = viewer_of(request)
    row, gone = await shown_service.gone_page(viewer, request.match_info["id"])
    return render(request, "priorities/refusing/gone.html", head=await round_head(viewer, row), **gone)


@pages.get("/proposals/{id}/refuse", permission=Permission.PROPOSAL_ARRANGE)
async def show_refusing(request: web.Request) -> web.StreamResponse:
    """The form in which staff say why."""
    return await _refusing(request, {})


@pages.post("/proposals/{id}/refuse", permission=Permission.PROPOSAL_ARRANGE)
async def refuse(request: web.Request) -> web.StreamResponse:
    """Refuse it; its author is told, and may appeal."""
    form = await form_of(request)
    proposal_id = request.match_info["id"]
    try:
        await service.refuse(request.app, viewer_of(request), proposal_id, form.get("reason", ""))
    except (Invalid, Conflict) as refusal:
        return await _refusing(request, form, refusal)
    raise see_other(f"/proposals/{proposal_id}")


@pages.get("/proposals/{id}/refusal", permission=Permission.PRIORITY_READ)
async def show_refusal(request: web.Request) -> web.StreamResponse:
    """Why it was refused, and what became of an appeal; to appeal, and to decide."""
    return await _refusal(request, {})


@pages.post("/proposals/{id}/appeal", permission=Permission.PROPOSAL_APPEAL)
async def appeal(request: web.Request) -> web.StreamResponse:
    """Its author says why it should be voted on."""
    form = await form_of(request)
    try:
        await service.appeal(request.app, viewer_of(request), request.match_info["id"], form.get("text", ""))
    except (Invalid, Conflict) as refusal:
        return await _refusal(request, form, refusal)
    raise _to_refusal(request)


@pages.post("/proposals/{id}/appeal/decide", permission=Permission.PROPOSAL_ARRANGE)
async def decide(request: web.Request) -> web.StreamResponse:
    """Somebody of the staff who did not refuse it decides."""
    form = await form_of(request)
    try:
        await service.decide(
            request.app, viewer_of(request), request.match_info["id"], form.get("outcome", ""), form.get("answer", "")
        )  # fmt: skip
    except (Invalid, Conflict) as refusal:
        return await _refusal(request, form, refusal)
    raise _to_refusal(request)


def _to_refusal(request: web.Request) -> web.HTTPSeeOther:
    return see_other(f"/proposals/{request.match_info['id']}/refusal")


async def _refusing(request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None) -> web.Response:
    viewer = viewer_of(request)
    found = await service.access_to_refuse(viewer, request.match_info["id"])
    return render(
        request,
        "priorities/refusing/refuse.html",
        **of_refusal(refusal),
        head=await round_head(viewer, found.round),
        proposal=found.proposal,
        form=form,
    )


async def _refusal(request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None) -> web.Response:
    viewer = viewer_of(request)
    found, refused = await shown_service.refusal_page(viewer, request.match_info["id"])
    return render(
        request,
        "priorities/refusing/refusal.html",
        **of_refusal(refusal),
        head=await round_head(viewer, found.round),
        proposal=found.proposal,
        refusal=refused,
        form=form,
    )
