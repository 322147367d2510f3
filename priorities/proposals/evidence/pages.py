"""The page on which the police write what they know of a proposal."""

from collections.abc import Mapping, Sequence

from aiohttp import web

from foundation.errors import Conflict, Invalid, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.proposals.evidence import service
from priorities.rounds.heads import round_head

pages = Routes()


@pages.get("/proposals/{id}/evidence", permission=Permission.PROPOSAL_ARRANGE)
async def show_evidence_form(request: web.Request) -> web.StreamResponse:
    """The card as it is, to be written anew."""
    return await _page(request)


@pages.post("/proposals/{id}/evidence", permission=Permission.PROPOSAL_ARRANGE)
async def write_evidence(request: web.Request) -> web.StreamResponse:
    """Write it, then show the proposal."""
    form = await form_of(request)
    chosen = [str(value) for value in (await request.post()).getall("categories", [])]
    proposal_id, version = request.match_info["id"], whole_number(form.get("version", "")) or 0
    try:
        await service.write_card(request.app, viewer_of(request), proposal_id, form, chosen, version)
    except (Invalid, Conflict) as refusal:
        return await _page(request, form, chosen, refusal)
    raise see_other(f"/proposals/{proposal_id}#evidence")


async def _page(
    request: web.Request,
    form: Mapping[str, str] | None = None,
    chosen: Sequence[str] = (),
    refusal: Refusal | None = None,
) -> web.Response:
    viewer = viewer_of(request)
    found, card, kinds = await service.access_card_to_write(viewer, request.match_info["id"])
    version = card["version"] if card else 0
    return render(
        request,
        "priorities/evidence/write.html",
        **of_refusal(refusal),
        head=await round_head(viewer, found.round),
        proposal=found.proposal,
        card=card if isinstance(refusal, Conflict) else None,
        kinds=kinds,
        chosen=chosen if form is not None else card["chosen"] if card else [],
        form={**(form if form is not None else card or {}), "version": version},
    )
