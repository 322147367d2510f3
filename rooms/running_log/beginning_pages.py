"""Beginning a running log and closing it, by forms."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid, Refusal
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.running_log import service
from rooms.running_log.drafts import MOST_CATEGORIES, LogDraft

pages = Routes()
JSON = dict[str, Any]
_LOG = "/logs/{id}"


@pages.get("/logs/new", permission=Permission.LOG_KEEP)
async def new_form(request: web.Request) -> web.StreamResponse:
    """The form to begin a log."""
    usual = [_("Crime"), _("Traffic"), _("Safety"), _("Community"), _("Other")]
    return await _begin_page(request, {"categories": "\n".join(usual)})


@pages.post("/logs/new", permission=Permission.LOG_KEEP)
async def begin_log(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    categories = tuple(form.get("categories", "").splitlines())
    draft = LogDraft(form.get("title", ""), form.get("about", ""), categories, form.get("neighbourhood", ""))
    try:
        log_id = await service.begin_log(request.app, viewer_of(request), draft)
    except Invalid as refusal:
        return await _begin_page(request, form, refusal)
    raise see_other(f"/logs/{log_id}")


@pages.post(_LOG + "/close", permission=Permission.LOG_KEEP)
async def close_log(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.close_log(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(f"/logs/{request.match_info['id']}/summary")


async def _begin_page(request: web.Request, form: dict[str, str], refusal: Refusal | None = None) -> web.Response:
    viewer = viewer_of(request)
    return render(
        request,
        "logs/begin.html",
        status=refusal.status if refusal else 200,
        form=form,
        fields=refusal.fields if refusal else [],
        places=await service.areas_of(viewer),
        whole_force=viewer.whole_force,
        most=MOST_CATEGORIES,
    )
