"""The pages on which somebody takes their account away or closes it."""

from aiohttp import web

from accounts.factors.proof import check_proved
from accounts.leaving import service
from foundation import clock
from foundation.cookies import clear_session_cookie
from foundation.downloads import send_file
from foundation.errors import FieldError
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/account/export", permission=Permission.ACCOUNT_EXPORT)
async def show_export(request: web.Request) -> web.StreamResponse:
    check_proved(viewer_of(request))
    return render(request, "accounts/export.html")


@pages.post("/account/export", permission=Permission.ACCOUNT_EXPORT)
async def export(request: web.Request) -> web.StreamResponse:
    """Everything held about who asks, as a file."""
    await form_of(request)
    pieces = await service.export_account(request.app, viewer_of(request))
    name = f"bluelamp-account-{clock.now():%Y-%m-%d}.json"
    return await send_file(request, pieces, name=name, content_type="application/json")


@pages.get("/account/close", permission=Permission.ACCOUNT_CLOSE)
async def show_close(request: web.Request) -> web.StreamResponse:
    service.check_can_close(viewer_of(request))
    return render(request, "accounts/close.html", words="")


@pages.post("/account/close", permission=Permission.ACCOUNT_CLOSE)
async def close(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    words = form.get("words", "")
    if wrong := _wrong(words, sure=form.get("sure") == "yes"):
        service.check_can_close(viewer_of(request))
        return render(request, "accounts/close.html", 422, words=words, fields=wrong)
    kept = await service.close_account(request.app, viewer_of(request), "go" if words == "go" else "stay")
    answer = see_other("/account/closed?kept" if kept else "/account/closed")
    clear_session_cookie(answer, request.app[SETTINGS])
    raise answer


@pages.get("/account/closed", permission=Permission.PUBLIC_READ)
async def show_closed(request: web.Request) -> web.StreamResponse:
    return render(request, "accounts/closed.html", kept="kept" in request.query)


def _wrong(words: str, *, sure: bool) -> list[FieldError]:
    wrong = []
    if words not in ("stay", "go"):
        wrong.append(FieldError("words", _("Choose what is to become of what you wrote.")))
    if not sure:
        wrong.append(FieldError("sure", _("Tick the box to show that you mean it.")))
    return wrong
