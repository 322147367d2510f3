"""The pages on which staff put proposals together, and supporters say whether their support goes along."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from foundation.text import stored_html
from priorities.proposals.merging import moving_service, page_service, service
from priorities.rounds.heads import round_head

pages = Routes()


@pages.get("/proposals/{id}/merge", permission=Permission.PROPOSAL_ARRANGE)
async def show_merging(request: web.Request) -> web.StreamResponse:
    """The proposals of its round, to choose the one that it belongs to."""
    return await _merging(request, {})


@pages.post("/proposals/{id}/merge", permission=Permission.PROPOSAL_ARRANGE)
async def merge(request: web.Request) -> web.StreamResponse:
    """Put it together with the chosen one."""
    form = await form_of(request)
    proposal_id = request.match_info["id"]
    try:
        await service.merge(
            request.app, viewer_of(request), proposal_id, form.get("into", ""), form.get("reason", "")
        )  # fmt: skip
    except (Invalid, Conflict) as refusal:
        return await _merging(request, form, refusal)
    raise see_other(f"/proposals/{proposal_id}")


@pages.post("/proposals/{id}/unmerge", permission=Permission.PROPOSAL_ARRANGE)
async def unmerge(request: web.Request) -> web.StreamResponse:
    """Make it a proposal of its own again."""
    await form_of(request)
    proposal_id = request.match_info["id"]
    await service.unmerge(request.app, viewer_of(request), proposal_id)
    raise see_other(f"/proposals/{proposal_id}")


@pages.get("/proposals/{id}/move-support", permission=Permission.PROPOSAL_SUPPORT)
async def show_moving(request: web.Request) -> web.StreamResponse:
    """Where a notice leads that asks a supporter."""
    viewer = viewer_of(request)
    found, standing, now = await moving_service.access_to_move(viewer, request.match_info["id"])
    return await _rendered(
        request, "priorities/merging/move.html", found.round,
        merged=standing, now=now, html=stored_html(now["html"]), proposal=found.proposal,
    )  # fmt: skip


@pages.post("/proposals/{id}/move-support", permission=Permission.PROPOSAL_SUPPORT)
async def move_support(request: web.Request) -> web.StreamResponse:
    """Have one's support go along (`moved` is yes), or leave it; then show the proposal that it is with."""
    form = await form_of(request)
    proposal_id, moved = request.match_info["id"], form.get("moved") == "yes"
    into = await moving_service.move_support(request.app, viewer_of(request), proposal_id, moved=moved)
    raise see_other(f"/proposals/{into if moved else proposal_id}")


async def _merging(request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None) -> web.Response:
    found, choices = await page_service.merging_page(viewer_of(request), request.match_info["id"])
    return await _rendered(
        request, "priorities/merging/merge.html", found.round, refusal,
        form=form, choices=choices, proposal=found.proposal,
    )  # fmt: skip


async def _rendered(
    request: web.Request, template: str, row: dict[str, Any], refusal: Refusal | None = None, **context: Any
) -> web.Response:
    return render(
        request,
        template,
        **of_refusal(refusal),
        head=await round_head(viewer_of(request), row),
        **context,
    )
