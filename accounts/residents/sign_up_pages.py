"""Signing up: the form, the page that says to look for a mail, and the one behind its link."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from accounts.residents import sign_up_service
from accounts.residents.shown import ShownAs, shown_name
from accounts.residents.sign_up_service import Asked, Chosen
from accounts.sessions.browsers import signed_in_at, whence
from accounts.sessions.service import leave_behind
from foundation.addresses import origin_for_mail
from foundation.errors import Conflict, Invalid, TooFast
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission, Role, Viewer
from foundation.routes import Routes

pages = Routes()
_FIELDS = ("email", "name", "shown_as", "age_band")
_LONGEST = 300
"""Characters of a field that are shown again."""


@pages.get("/sign-up", permission=Permission.ACCOUNT_OPEN)
async def show_sign_up(request: web.Request) -> web.StreamResponse:
    viewer = viewer_of(request)
    _check_none(viewer)
    # A guest keeps their name unless they type another.
    values = {"name": viewer.name, "shown_as": "full"} if viewer.signed_in else {}
    return _form(request, values=values | {"back": _back(request.query)})


@pages.post("/sign-up", permission=Permission.ACCOUNT_OPEN)
async def ask_sign_up(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    viewer = viewer_of(request)
    _check_none(viewer)
    values = {field: form.get(field, "")[:_LONGEST] for field in _FIELDS} | {"back": _back(form)}
    origin = origin_for_mail(request, request.app[SETTINGS])
    try:
        await sign_up_service.ask_sign_up(request.app, viewer, Asked(**values), origin, whence(request)[0])
    except (Invalid, Conflict, TooFast) as refusal:
        return _form(request, refusal.status, values=values, problem=refusal.message, fields=refusal.fields)
    return render(request, "accounts/sign_up_sent.html", email=values["email"].strip(), back=values["back"])


@pages.get("/sign-up/{token}", permission=Permission.LINK_USE)
async def show_confirmation(request: web.Request) -> web.StreamResponse:
    """Opening the link makes nothing yet: mail programs open links by themselves."""
    return await _confirmation(request, back=_back(request.query))


@pages.post("/sign-up/{token}", permission=Permission.LINK_USE)
async def confirm_sign_up(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    viewer, token = viewer_of(request), request.match_info["token"]
    chosen = Chosen(form.get("password", ""), form.get("postcode", "")[:40])
    try:
        signed_in = await sign_up_service.use_sign_up(request.app, viewer, token, chosen, *whence(request))
    except (Invalid, Conflict) as refusal:
        return await _confirmation(
            request, refusal.status, postcode=chosen.postcode, problem=refusal.message, fields=refusal.fields,
            back=_back(form),
        )  # fmt: skip
    await leave_behind(request.app, viewer)
    raise signed_in_at(request, signed_in.token, _back(form) or "/account?welcome")


def _check_none(viewer: Viewer) -> None:
    """Who has an account is shown it."""
    if viewer.signed_in and viewer.role is not Role.GUEST:
        raise see_other("/account")


def _back(sent: Mapping[str, str]) -> str:
    """The page of ours that somebody signs up from, such as a topic that they want to reply to; empty: none."""
    back = local_path(sent.get("back", ""), "")
    return back if len(back) <= _LONGEST else ""


def _form(request: web.Request, status: int = 200, **context: Any) -> web.Response:
    return render(request, "accounts/sign_up.html", status, **context)


async def _confirmation(request: web.Request, status: int = 200, **context: Any) -> web.Response:
    token = request.match_info["token"]
    asked = await sign_up_service.open_sign_up(request.app, token, whence(request)[0])
    shown = shown_name(asked["full_name"], ShownAs(asked["shown_as"]))
    return render(request, "accounts/sign_up_confirm.html", status, token=token, asked=asked, shown=shown, **context)
