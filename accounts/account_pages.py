"""A person's own page."""

from aiohttp import web

from accounts import service
from accounts.duty.service import own_duty
from accounts.residents.details_service import own_details
from accounts.sessions import service as session_service
from foundation.cookies import clear_session_cookie
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.language import lazy
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


_DONE = {
    "welcome": lazy("Welcome. Your account is ready."),
    "renamed": lazy("Your name is changed, everywhere."),
    "email": lazy("Look into your new mailbox: the change counts once you open the link that we have sent there."),
    "password": lazy("Your password is changed. You are signed out everywhere else."),
    "neighbourhood": lazy("Your neighbourhood is saved. The postcode itself is not kept."),
    "age": lazy("Your age is saved. It is shown to nobody."),
    "ended": lazy("That device is signed out."),
    "others": lazy("All other devices are signed out."),
}
"""What was just done, by the query that the form leads to."""


@pages.get("/account", permission=Permission.ACCOUNT_READ)
async def show_account(request: web.Request) -> web.StreamResponse:
    viewer = viewer_of(request)
    return render(
        request,
        "accounts/account.html",
        **await service.own_account(viewer),
        details=await own_details(viewer),
        neighbourhoods=await service.own_places(viewer),
        duty=await own_duty(request.app, viewer),
        sessions=await session_service.own_sessions(viewer),
        done=next((sentence for flag, sentence in _DONE.items() if flag in request.query), None),
    )


@pages.post("/account/sessions/{id}/end", permission=Permission.ACCOUNT_CHANGE)
async def end_session(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await session_service.end_session(request.app, viewer_of(request), request.match_info["id"])
    raise see_other("/account?ended")


@pages.post("/account/sessions/end-others", permission=Permission.ACCOUNT_CHANGE)
async def end_other_sessions(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await session_service.end_other_sessions(request.app, viewer_of(request))
    raise see_other("/account?others")


@pages.post("/account/sign-out-everywhere", permission=Permission.ACCOUNT_CHANGE)
async def sign_out_everywhere(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await session_service.sign_out_everywhere(request.app, viewer_of(request))
    answer = see_other("/sign-in")
    clear_session_cookie(answer, request.app[SETTINGS])
    raise answer
