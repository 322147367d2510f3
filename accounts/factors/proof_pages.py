"""Asking again: `/prove?back=…` before a sensitive act, and then on to it."""

from aiohttp import web

from accounts.factors import proof_service
from accounts.factors.party import party_of, why_no_passkeys
from accounts.sessions.browsers import signed_in_at, whence
from foundation.errors import NotSignedIn, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/prove", permission=Permission.SESSION_PROVE)
async def ask_again(request: web.Request) -> web.StreamResponse:
    return await _page(request, local_path(request.query.get("back", "")))


@pages.post("/prove", permission=Permission.SESSION_PROVE)
async def prove_by_password(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    back, viewer = local_path(form.get("back", "")), viewer_of(request)
    try:
        signed_in = await proof_service.prove_by_password(
            request.app, viewer, form.get("password", ""), form.get("code", ""), *whence(request)
        )
    except NotSignedIn as refusal:
        return await _page(request, back, refusal)
    raise signed_in_at(request, signed_in.token, back)


@pages.post("/prove/passkey", permission=Permission.SESSION_PROVE)
async def prove_by_passkey(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    back, viewer = local_path(form.get("back", "")), viewer_of(request)
    try:
        signed_in = await proof_service.prove_by_passkey(
            request.app, viewer, party_of(request), form.get("credential", ""), *whence(request)
        )
    except NotSignedIn as refusal:
        return await _page(request, back, refusal)
    raise signed_in_at(request, signed_in.token, back)


async def _page(request: web.Request, back: str, refusal: Refusal | None = None) -> web.Response:
    return render(
        request, "accounts/factors/prove.html", refusal.status if refusal else 200, back=back,
        ways=await proof_service.ways_to_prove(request.app, viewer_of(request)),
        why_no_passkeys=why_no_passkeys(request), problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else None,
    )  # fmt: skip
