"""Writing down what a panel agreed on, in two steps: which proposals, then what is promised about each."""

from collections.abc import Mapping, Sequence

from aiohttp import web

from foundation.errors import Conflict, Invalid
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.ids import is_own_id
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.passing.warned import Warned
from priorities.agreeing.adopting_page_service import agreeing_page
from priorities.agreeing.adopting_service import adopt
from priorities.agreeing.forms import adoption_in
from priorities.agreeing.page_service import panel_page

pages = Routes()
_AGREE = "/rounds/{id}/panel/agree"


@pages.get(_AGREE, permission=Permission.PANEL_AGREE)
async def show_agreeing(request: web.Request) -> web.StreamResponse:
    """`?option=ID&option=ID`: the second step, of what was ticked in the first."""
    chosen = [option for option in request.query.getall("option", []) if is_own_id(option)]
    try:
        return await _page(request, chosen)
    except Invalid as refusal:
        return await _first_step(request, chosen, refusal)


@pages.post(_AGREE, permission=Permission.PANEL_AGREE)
async def agree(request: web.Request) -> web.StreamResponse:
    """Adopt them."""
    form = await form_of(request)
    chosen = [option for option in form.get("options", "").split(",") if is_own_id(option)]
    app, viewer, round_id = request.app, viewer_of(request), request.match_info["id"]
    try:
        adoption = adoption_in(form, chosen, whole_number(form.get("version", "")) or 0)
        await adopt(app, viewer, round_id, adoption, confirm="confirm" in form)
    except (Invalid, Conflict) as refusal:
        try:
            return await _page(request, chosen, form, refusal)
        except Invalid as wrong:
            return await _first_step(request, chosen, wrong)
    raise see_other(f"/rounds/{round_id}/panel")


async def _page(
    request: web.Request,
    chosen: Sequence[str],
    form: Mapping[str, str] | None = None,
    refusal: Invalid | Conflict | None = None,
) -> web.Response:
    page = await agreeing_page(request.app, viewer_of(request), request.match_info["id"], chosen, form)
    warned = isinstance(refusal, Warned)
    return render(request, "priorities/panel/agree.html", **of_refusal(refusal), **page, warned=warned)


async def _first_step(request: web.Request, chosen: Sequence[str], refusal: Invalid) -> web.Response:
    page = await panel_page(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "priorities/panel/panel.html", **of_refusal(refusal), **page, ticked=chosen)
