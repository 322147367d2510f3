"""Another password: by the old one, or for who forgot it."""

from typing import Any

from aiohttp import web

from accounts.residents import password_service
from accounts.sessions.browsers import signed_in_at, whence
from accounts.sessions.service import leave_behind
from foundation.addresses import origin_for_mail
from foundation.errors import Invalid, TooFast
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/account/password", permission=Permission.ACCOUNT_CHANGE)
async def show_password(request: web.Request) -> web.StreamResponse:
    await password_service.check_may_change_password(viewer_of(request))
    return render(request, "accounts/account/change_password.html")


@pages.post("/account/password", permission=Permission.ACCOUNT_CHANGE)
async def change_password(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    old, new = form.get("old_password", ""), form.get("password", "")
    origin, address = _origin(request), whence(request)[0]
    try:
        await password_service.change_password(request.app, viewer_of(request), old, new, origin, address)
    except (Invalid, TooFast) as refusal:
        return render(request, "accounts/account/change_password.html", refusal.status, **_wrong(refusal))
    raise see_other("/account?password")


@pages.get("/forgotten", permission=Permission.ACCOUNT_OPEN)
async def show_forgotten(request: web.Request) -> web.StreamResponse:
    return render(request, "accounts/forgotten.html", email="")


@pages.post("/forgotten", permission=Permission.ACCOUNT_OPEN)
async def ask_reset(request: web.Request) -> web.StreamResponse:
    email = (await form_of(request)).get("email", "")
    viewer, address = viewer_of(request), whence(request)[0]
    try:
        await password_service.ask_reset(request.app, viewer, email, _origin(request), address)
    except (Invalid, TooFast) as refusal:
        return render(request, "accounts/forgotten.html", refusal.status, email=email[:254], **_wrong(refusal))
    return render(request, "accounts/forgotten.html", sent=email.strip())


@pages.get("/reset/{token}", permission=Permission.LINK_USE)
async def show_reset(request: web.Request) -> web.StreamResponse:
    return await _reset(request)


@pages.post("/reset/{token}", permission=Permission.LINK_USE)
async def reset_password(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    token, password = request.match_info["token"], form.get("password", "")
    try:
        signed_in = await password_service.reset_password(
            request.app, token, password, _origin(request), *whence(request)
        )
    except Invalid as refusal:
        return await _reset(request, refusal.status, **_wrong(refusal))
    await leave_behind(request.app, viewer_of(request))
    raise signed_in_at(request, signed_in.token, "/account?password")


async def _reset(request: web.Request, status: int = 200, **context: Any) -> web.Response:
    token = request.match_info["token"]
    link = await password_service.open_reset(request.app, token, whence(request)[0])
    return render(request, "accounts/reset.html", status, token=token, email=link["person__email"], **context)


def _origin(request: web.Request) -> str:
    return origin_for_mail(request, request.app[SETTINGS])


def _wrong(refusal: Invalid | TooFast) -> dict[str, Any]:
    return {"problem": refusal.message, "fields": refusal.fields}
