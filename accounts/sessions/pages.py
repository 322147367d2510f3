"""Signing out: here, on another device, or everywhere."""

from aiohttp import web

from accounts.sessions import service
from foundation.cookies import clear_session_cookie
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.post("/sign-out", permission=Permission.SESSION_LEAVE)
async def sign_out(request: web.Request) -> web.StreamResponse:
    """Who is out by now (another tab, or the clock, was first) has a page whose token is dead, and nothing to end."""
    if viewer_of(request).signed_in:
        await form_of(request)
        await service.sign_out(request.app, viewer_of(request))
    answer = see_other("/")
    clear_session_cookie(answer, request.app[SETTINGS])
    raise answer


@pages.post("/account/sessions/{id}/end", permission=Permission.ACCOUNT_CHANGE)
async def end_session(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.end_session(request.app, viewer_of(request), request.match_info["id"])
    raise see_other("/account?ended")


@pages.post("/account/sessions/end-others", permission=Permission.ACCOUNT_CHANGE)
async def end_other_sessions(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.end_other_sessions(request.app, viewer_of(request))
    raise see_other("/account?others")


@pages.post("/account/sign-out-everywhere", permission=Permission.ACCOUNT_CHANGE)
async def sign_out_everywhere(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.sign_out_everywhere(request.app, viewer_of(request))
    answer = see_other("/sign-in")
    clear_session_cookie(answer, request.app[SETTINGS])
    raise answer
