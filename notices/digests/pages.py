"""The page on which people choose how often and when they are told what can wait."""

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from notices.digests import forms, service
from notices.digests.forms import JSON

pages = Routes()
_PATH = "/notices/pace"


@pages.get(_PATH, permission=Permission.NOTICE_CHOOSE)
async def show_pace(request: web.Request) -> web.StreamResponse:
    pacing = await service.pacing_of(str(viewer_of(request).id))
    return _page(request, vars(pacing), saved="saved" in request.query)


@pages.post(_PATH, permission=Permission.NOTICE_CHOOSE)
async def keep_pace(request: web.Request) -> web.StreamResponse:
    """Back with what was chosen, where something is wrong with it."""
    form = await form_of(request)
    try:
        await service.keep_pacing(viewer_of(request), forms.read_form(form))
    except Invalid as wrong:
        return _page(request, _as_typed(form), wrong)
    raise see_other(f"{_PATH}?saved")


def _as_typed(form: dict[str, str]) -> JSON:
    names = ("hour", "quiet_from", "quiet_to", "mails_a_day")
    return {"every": form.get("every", "")} | {name: whole_number(form.get(name, "")) for name in names}


def _page(request: web.Request, chosen: JSON, wrong: Invalid | None = None, *, saved: bool = False) -> web.Response:
    return render(
        request, "notices/pace.html", wrong.status if wrong else 200, chosen=chosen, saved=saved,
        fields=[{"field": each.field, "message": each.message} for each in wrong.fields] if wrong else [],
        hours=forms.HOURS, budgets=forms.BUDGETS, times=forms.CLOCK,
    )  # fmt: skip
