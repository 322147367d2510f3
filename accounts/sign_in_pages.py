"""Signing in: by password, with a code in a second step where one is asked for, or by passkey."""

from typing import Any

from aiohttp import web

from accounts import sign_in_service
from accounts.factors import passkey_service
from accounts.factors.party import party_of, why_no_passkeys
from accounts.factors.refusals import CodeNeeded
from accounts.factors.tickets import TicketEnded
from accounts.sessions.browsers import signed_in_at, whence
from accounts.sessions.entering import SignedIn
from accounts.sessions.service import leave_behind
from foundation.errors import NotSignedIn, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/sign-in", permission=Permission.SESSION_START)
async def ask_for_password(request: web.Request) -> web.StreamResponse:
    return _page(request, local_path(request.query.get("back", "")))


@pages.post("/sign-in", permission=Permission.SESSION_START)
async def sign_in(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    email, back = form.get("email", ""), local_path(form.get("back", ""))
    viewer = viewer_of(request)
    try:
        signed_in = await sign_in_service.sign_in(
            request.app, email, form.get("password", ""), *whence(request), viewer=viewer
        )
    except CodeNeeded as needed:
        return _code_page(request, back, needed.ticket)
    except NotSignedIn as refusal:
        return _page(request, back, refusal, email=email[:254])
    return await _in(request, signed_in, back)


@pages.post("/sign-in/code", permission=Permission.SESSION_START)
async def give_code(request: web.Request) -> web.StreamResponse:
    """The second step: the ticket stands for the password that was right in the first."""
    form = await form_of(request)
    back, ticket, viewer = local_path(form.get("back", "")), form.get("ticket", ""), viewer_of(request)
    try:
        signed_in = await sign_in_service.sign_in_by_ticket(
            request.app, viewer, ticket, form.get("code", ""), *whence(request)
        )
    except TicketEnded as refusal:
        return _page(request, back, refusal)
    except NotSignedIn as refusal:
        return _code_page(request, back, ticket, refusal)
    return await _in(request, signed_in, back)


@pages.post("/sign-in/passkey", permission=Permission.SESSION_START)
async def sign_in_by_passkey(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    back, viewer = local_path(form.get("back", "")), viewer_of(request)
    try:
        signed_in = await passkey_service.sign_in(
            request.app, viewer, party_of(request), form.get("credential", ""), *whence(request)
        )
    except Refusal as refusal:
        if refusal.retry_after is not None:
            raise
        return _page(request, back, refusal)
    return await _in(request, signed_in, back)


async def _in(request: web.Request, signed_in: SignedIn, back: str) -> web.StreamResponse:
    await leave_behind(request.app, viewer_of(request))
    raise signed_in_at(request, signed_in.token, back)


def _page(request: web.Request, back: str, refusal: Refusal | None = None, **more: Any) -> web.Response:
    return render(
        request, "accounts/sign_in.html", refusal.status if refusal else 200, back=back,
        why_no_passkeys=why_no_passkeys(request), problem=refusal.message if refusal else None, **{"email": "", **more},
    )  # fmt: skip


def _code_page(request: web.Request, back: str, ticket: str, refusal: Refusal | None = None) -> web.Response:
    """401 too where nothing is wrong yet: nobody is signed in."""
    return render(
        request, "accounts/factors/code.html", 401, back=back, ticket=ticket,
        fields=[{"field": "code", "message": refusal.message}] if refusal else None,
    )  # fmt: skip
