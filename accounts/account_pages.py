"""A person's own page, and the public page of an officer."""

from typing import Any

from aiohttp import web

from accounts import service
from accounts.above import surgeries_of
from foundation.cookies import clear_session_cookie
from foundation.errors import Conflict, Invalid, NotFound
from foundation.identity import viewer_of
from foundation.ids import is_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/account", permission=Permission.ACCOUNT_READ)
async def show_account(request: web.Request) -> web.StreamResponse:
    return await _account(request, renamed="renamed" in request.query, ended="ended" in request.query)


@pages.post("/account/name", permission=Permission.ACCOUNT_CHANGE)
async def rename(request: web.Request) -> web.StreamResponse:
    name = (await form_of(request)).get("name", "")
    try:
        await service.rename(request.app, viewer_of(request), name)
    except (Invalid, Conflict) as refusal:
        return await _account(request, refusal.status, name=name[:60], problem=refusal.message, fields=refusal.fields)
    raise see_other("/account?renamed")


@pages.post("/account/sessions/{id}/end", permission=Permission.ACCOUNT_CHANGE)
async def end_session(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.end_session(request.app, viewer_of(request), request.match_info["id"])
    raise see_other("/account?ended")


@pages.post("/account/sign-out-everywhere", permission=Permission.ACCOUNT_CHANGE)
async def sign_out_everywhere(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.sign_out_everywhere(request.app, viewer_of(request))
    answer = see_other("/sign-in")
    clear_session_cookie(answer, request.app[SETTINGS])
    raise answer


@pages.get("/officers/{id}", permission=Permission.OFFICER_READ)
async def show_officer(request: web.Request) -> web.StreamResponse:
    """Who an officer is by the record: what a badge leads to."""
    if not is_id(request.match_info["id"]):
        raise NotFound(_("There is nothing at this address."))
    officer = await service.public_officer(request.match_info["id"])
    surgeries = await surgeries_of(request.app, officer["person"]["id"])
    return render(
        request,
        "accounts/officer.html",
        officer=officer["person"],
        force_name=officer["force_name"],
        neighbourhoods=officer["neighbourhoods"],
        since=officer["since"],
        open_surgeries=[surgery for surgery in surgeries if surgery["status"] == "open"],
        next_surgeries=[surgery for surgery in surgeries if surgery["status"] != "open"],
    )


async def _account(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    viewer = viewer_of(request)
    return render(
        request,
        "accounts/account.html",
        status,
        **await service.own_account(viewer),
        neighbourhoods=await service.own_places(viewer),
        sessions=await service.own_sessions(viewer),
        **more,
    )
