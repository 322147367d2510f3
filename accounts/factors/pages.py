"""The page behind staff's one-time link: they choose how they sign in from now on."""

from typing import Any

from aiohttp import web

from accounts.factors import link_service
from accounts.factors.drafts import read_draft, shown
from accounts.factors.party import party_of, why_no_passkeys
from accounts.sessions.browsers import now_in, signed_in_at, whence
from accounts.sessions.service import leave_behind
from accounts.tokens import hash_of
from foundation.cookies import set_session_cookie
from foundation.errors import Invalid, NotSignedIn, Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/link/{token}", permission=Permission.LINK_USE)
async def ask_how(request: web.Request) -> web.StreamResponse:
    """Opening a link does not use it up: mail programs open links by themselves."""
    return await _choice(request)


@pages.post("/link/{token}", permission=Permission.LINK_USE)
async def choose_password(request: web.Request) -> web.StreamResponse:
    """A password, and the app that goes with it in a second step; in the demonstration the password is enough."""
    form = await form_of(request)
    token, password, (address, device) = request.match_info["token"], form.get("password", ""), whence(request)
    try:
        if not request.app[SETTINGS].demonstration:
            draft = await link_service.draft_with_password(request.app, token, password, address)
            return await _app(request, draft)
        signed_in = await link_service.use_with_password(request.app, token, password, address, device)
    except Invalid as refusal:
        return await _choice(request, refusal)
    await leave_behind(request.app, viewer_of(request))
    raise signed_in_at(request, signed_in.token, "/account")


@pages.post("/link/{token}/app", permission=Permission.LINK_USE)
async def set_app(request: web.Request) -> web.StreamResponse:
    """The recovery codes stand in the answer and nowhere else, so it does not lead on."""
    form = await form_of(request)
    token, draft = request.match_info["token"], form.get("draft", "")
    try:
        signed_in, codes = await link_service.use_with_app(
            request.app, token, draft, form.get("code", ""), *whence(request)
        )
    except Invalid as refusal:
        return await _app(request, draft, refusal)
    await leave_behind(request.app, viewer_of(request))
    await now_in(request, signed_in.token)
    answer = render(request, "accounts/factors/recovery_codes.html", codes=codes, onward="/account", first=True)
    set_session_cookie(answer, request.app[SETTINGS], signed_in.token)
    return answer


@pages.post("/link/{token}/passkey", permission=Permission.LINK_USE)
async def set_passkey(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    try:
        signed_in = await link_service.use_with_passkey(
            request.app, viewer_of(request), party_of(request), request.match_info["token"],
            form.get("credential", ""), *whence(request),
        )  # fmt: skip
    except (NotSignedIn, Invalid) as refusal:
        return await _choice(request, refusal)
    await leave_behind(request.app, viewer_of(request))
    raise signed_in_at(request, signed_in.token, "/account")


async def _choice(request: web.Request, refusal: Refusal | None = None) -> web.Response:
    return await _page(request, "accounts/set_password.html", refusal, why_no_passkeys=why_no_passkeys(request))


async def _app(request: web.Request, sealed: str, refusal: Refusal | None = None) -> web.Response:
    draft = read_draft(request.app[SETTINGS], hash_of(request.match_info["token"]), sealed)
    return await _page(request, "accounts/factors/link_app.html", refusal, draft=sealed, app=draft)


async def _page(request: web.Request, template: str, refusal: Refusal | None, **more: Any) -> web.Response:
    token = request.match_info["token"]
    link = await link_service.open_link(request.app, token, whence(request)[0])
    if "app" in more:
        more["app"] = shown(more["app"], link["person__email"])
    return render(
        request, template, refusal.status if refusal else 200, token=token, name=link["person__name"],
        email=link["person__email"], problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else None, **more,
    )  # fmt: skip
