"""The pages on which staff keep their canned answers."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.console import canned_service as service
from rooms.console.canned_drafts import CannedDraft
from rooms.console.canned_variables import VARIABLES

pages = Routes()
_ONE = "/canned-answers/{canned}"


@pages.get("/canned-answers", permission=Permission.CONSOLE_USE)
async def list_canned(request: web.Request) -> web.StreamResponse:
    """One's own and the force's, and a form for a new one."""
    return await _list(request, {})


@pages.post("/canned-answers", permission=Permission.CONSOLE_USE)
async def add_canned(request: web.Request) -> web.StreamResponse:
    """Keep a new one."""
    form = await form_of(request)
    try:
        await service.add_canned(request.app, viewer_of(request), _draft(form))
    except Invalid as refusal:
        return await _list(request, form, fields=refusal.fields, status=refusal.status)
    raise see_other("/canned-answers")


@pages.get(_ONE + "/edit", permission=Permission.CONSOLE_USE)
async def edit_form(request: web.Request) -> web.StreamResponse:
    """One of them, to change or remove it."""
    canned = await service.access_canned(viewer_of(request), request.match_info["canned"])
    return render(request, "rooms/console/canned_edit.html", canned=canned, form=canned, fields=[], variables=VARIABLES)


@pages.post(_ONE + "/edit", permission=Permission.CONSOLE_USE)
async def change_canned(request: web.Request) -> web.StreamResponse:
    """Put another text in its place."""
    form = await form_of(request)
    viewer, canned_id = viewer_of(request), request.match_info["canned"]
    try:
        await service.change_canned(request.app, viewer, canned_id, _draft(form))
    except Invalid as refusal:
        canned = await service.access_canned(viewer, canned_id)
        shown: dict[str, Any] = {"canned": canned, "form": form, "fields": refusal.fields, "variables": VARIABLES}
        return render(request, "rooms/console/canned_edit.html", status=refusal.status, **shown)
    raise see_other("/canned-answers")


@pages.post(_ONE + "/remove", permission=Permission.CONSOLE_USE)
async def remove_canned(request: web.Request) -> web.StreamResponse:
    """Throw it away."""
    await form_of(request)
    await service.remove_canned(viewer_of(request), request.match_info["canned"])
    raise see_other("/canned-answers")


async def _list(request: web.Request, form: dict[str, str], *, status: int = 200, fields: Any = ()) -> web.Response:
    viewer = viewer_of(request)
    return render(
        request, "rooms/console/canned_list.html", status=status, answers=await service.list_canned(viewer),
        form=form, fields=list(fields), variables=VARIABLES, may_share=service.keeps_shared(viewer),
    )  # fmt: skip


def _draft(form: dict[str, str]) -> CannedDraft:
    return CannedDraft(form.get("title", ""), form.get("body", ""), form.get("shared") == "true")
