"""The form that begins a round."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.ids import is_outside_id
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from neighbourhoods.places import Place
from priorities.rounds import beginning_service, templates_service
from priorities.rounds.forms import new_form, plan_in, repeating_in, vote_choices
from priorities.rounds.repeating import EVERY

pages = Routes()
JSON = dict[str, Any]
_NEW = "/rounds/new"


@pages.get(_NEW, permission=Permission.ROUND_KEEP)
async def show_form(request: web.Request) -> web.StreamResponse:
    """`?neighbourhood=ID&template=ID`: the form, filled with what most rounds are, or with what a template says."""
    place = await _place(request, request.query)
    viewer, template = viewer_of(request), request.query.get("template")
    kept = await templates_service.access_template(viewer, place, template) if template else None
    return await _page(request, place, new_form(request.app[SETTINGS].time_zone, kept))


@pages.post(_NEW, permission=Permission.ROUND_KEEP)
async def begin_round(request: web.Request) -> web.StreamResponse:
    """Have it, from its first date on."""
    form = await form_of(request)
    place = await _place(request, form)
    try:
        plan = plan_in(form, request.app[SETTINGS].time_zone)
        again = repeating_in(form)
        round_id = await beginning_service.begin_round(request.app, viewer_of(request), place.id, plan, again)
    except Invalid as refusal:
        return await _page(request, place, form, refusal)
    raise see_other(f"/rounds/{round_id}")


async def _place(request: web.Request, asked: Any) -> Place:
    """The one that is asked for; who serves a single one needs to say none."""
    viewer, neighbourhood = viewer_of(request), str(asked.get("neighbourhood", ""))
    if not neighbourhood and len(viewer.neighbourhoods) == 1:
        neighbourhood = next(iter(viewer.neighbourhoods))
    return await beginning_service.access_place_to_keep(viewer, neighbourhood if is_outside_id(neighbourhood) else "")


async def _page(request: web.Request, place: Place, form: JSON, refusal: Invalid | None = None) -> web.Response:
    viewer = viewer_of(request)
    return render(
        request, "priorities/rounds/new.html", **of_refusal(refusal), place=place, form=form,
        templates=await templates_service.templates_in(viewer, place), every=EVERY, whole_force=viewer.whole_force,
        **vote_choices(),
    )  # fmt: skip
