"""A person's own page."""

from aiohttp import web

from accounts import account_service
from accounts.duty.service import own_duty
from accounts.residents.details_service import own_details
from accounts.sessions.service import own_sessions
from foundation.identity import viewer_of
from foundation.language import lazy
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()

_DONE = {
    "welcome": lazy("Welcome. Your account is ready."),
    "renamed": lazy("Your name is changed, everywhere."),
    "email": lazy("Check the e-mail of your new address: the change counts once you open the link in it."),
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
        **await account_service.own_account(viewer),
        details=await own_details(viewer),
        neighbourhoods=await account_service.own_places(viewer),
        duty=await own_duty(request.app, viewer),
        sessions=await own_sessions(viewer),
        done=next((sentence for flag, sentence in _DONE.items() if flag in request.query), None),
    )
