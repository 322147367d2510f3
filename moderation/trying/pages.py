"""The page on which staff try a text."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.screening import Context
from moderation.trying import service

pages = Routes()
_PATH = "/moderation/try"


@pages.get(_PATH, permission=Permission.SCREENING_TRY)
async def show_try(request: web.Request) -> web.StreamResponse:
    """An empty text."""
    return _page(request)


@pages.post(_PATH, permission=Permission.SCREENING_TRY)
async def try_text(request: web.Request) -> web.StreamResponse:
    """What would become of a text; nothing is stored."""
    form = await form_of(request)
    who = form.get("who", "resident")
    context = Context(trusted=who == "trusted", known=who != "newcomer", confirmed="confirmed" in form)
    text = form.get("text", "").replace("\r\n", "\n")
    try:
        tried = await service.try_and_mark(request.app, viewer_of(request), text, context)
    except Invalid as refusal:
        return _page(request, refusal.status, form=form, fields=refusal.fields)
    return _page(request, form={**form, "text": text}, tried=tried)


def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    return render(request, "moderation/try.html", status, **{"form": {}, "fields": [], "tried": None, **more})
