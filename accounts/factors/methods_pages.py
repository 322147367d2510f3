"""How you sign in: the page of staff where they keep their passkeys, app and recovery codes."""

from typing import Any

from aiohttp import web

from accounts.factors import methods_service
from accounts.factors.drafts import read_draft, shown
from accounts.factors.party import party_of, why_no_passkeys
from accounts.factors.proof import check_proved
from accounts.sessions.devices import device_of
from foundation.errors import Conflict, Invalid, NotSignedIn, Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
HERE = "/account/sign-in-methods"


@pages.get(HERE, permission=Permission.FACTOR_CHANGE)
async def show_methods(request: web.Request) -> web.StreamResponse:
    check_proved(viewer_of(request))
    return await _methods(request)


@pages.post(f"{HERE}/passkeys", permission=Permission.FACTOR_CHANGE)
async def add_passkey(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    try:
        await methods_service.add_passkey(
            viewer_of(request), party_of(request), form.get("credential", ""), form.get("label", "")
        )
    except (Invalid, Conflict, NotSignedIn) as refusal:
        return await _methods(request, refusal)
    raise see_other(f"{HERE}?added")


@pages.post(f"{HERE}/passkeys/{{id}}/name", permission=Permission.FACTOR_CHANGE)
async def name_passkey(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    try:
        await methods_service.name_passkey(viewer_of(request), request.match_info["id"], form.get("label", ""))
    except Invalid as refusal:
        return await _methods(request, refusal)
    raise see_other(f"{HERE}?named")


@pages.post(f"{HERE}/passkeys/{{id}}/remove", permission=Permission.FACTOR_CHANGE)
async def remove_passkey(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    try:
        await methods_service.remove_passkey(request.app, viewer_of(request), request.match_info["id"])
    except Conflict as refusal:
        return await _methods(request, refusal)
    raise see_other(f"{HERE}?removed")


@pages.get(f"{HERE}/app", permission=Permission.FACTOR_CHANGE)
async def ask_for_app(request: web.Request) -> web.StreamResponse:
    return await _app(request, methods_service.draft_app(request.app, viewer_of(request)))


@pages.post(f"{HERE}/app", permission=Permission.FACTOR_CHANGE)
async def set_app(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    draft = form.get("draft", "")
    try:
        codes = await methods_service.set_own_app(
            request.app, viewer_of(request), draft, form.get("code", ""), form.get("password", "")
        )
    except Invalid as refusal:
        return await _app(request, draft, refusal)
    return render(request, "accounts/factors/recovery_codes.html", codes=codes, onward=HERE, first=True)


@pages.post(f"{HERE}/app/remove", permission=Permission.FACTOR_CHANGE)
async def remove_app(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    try:
        await methods_service.remove_app(request.app, viewer_of(request))
    except Conflict as refusal:
        return await _methods(request, refusal)
    raise see_other(f"{HERE}?removed")


@pages.post(f"{HERE}/recovery-codes", permission=Permission.FACTOR_CHANGE)
async def renew_codes(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    codes = await methods_service.renew_codes(request.app, viewer_of(request))
    return render(request, "accounts/factors/recovery_codes.html", codes=codes, onward=HERE, first=False)


async def _methods(request: web.Request, refusal: Refusal | None = None) -> web.Response:
    return await _page(
        request, "accounts/factors/methods.html", refusal, why_no_passkeys=why_no_passkeys(request),
        suggested=device_of(request.headers.get("User-Agent", "")),
        done=next((word for word in ("added", "named", "removed") if word in request.query), ""),
    )  # fmt: skip


async def _app(request: web.Request, sealed: str, refusal: Refusal | None = None) -> web.Response:
    draft = read_draft(request.app[SETTINGS], str(viewer_of(request).id), sealed)
    return await _page(request, "accounts/factors/app.html", refusal, draft=sealed, new=draft)


async def _page(request: web.Request, template: str, refusal: Refusal | None, **more: Any) -> web.Response:
    methods = await methods_service.own_methods(viewer_of(request))
    if "new" in more:
        more["new"] = shown(more["new"], methods["email"])
    return render(
        request, template, refusal.status if refusal else 200, **methods,
        problem=refusal.message if refusal else None, fields=refusal.fields if refusal else None, **more,
    )  # fmt: skip
