"""Changing the e-mail address: the form, and the page behind the link that goes to the new one."""

from aiohttp import web

from accounts.residents import email_service
from accounts.sessions.browsers import whence
from foundation.addresses import origin_for_mail
from foundation.errors import Invalid, TooFast
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/account/email", permission=Permission.ACCOUNT_CHANGE)
async def show_email(request: web.Request) -> web.StreamResponse:
    return await _form(request)


@pages.post("/account/email", permission=Permission.ACCOUNT_CHANGE)
async def ask_new_email(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    email, password = form.get("email", ""), form.get("old_password", "")
    origin, address = origin_for_mail(request, request.app[SETTINGS]), whence(request)[0]
    try:
        await email_service.ask_new_email(request.app, viewer_of(request), email, password, origin, address)
    except (Invalid, TooFast) as refusal:
        return await _form(request, refusal, email[:254])
    raise see_other("/account?email")


@pages.get("/account/email/{token}", permission=Permission.LINK_USE)
async def show_confirmation(request: web.Request) -> web.StreamResponse:
    """Opening the link changes nothing yet: mail programs open links by themselves."""
    token = request.match_info["token"]
    link = await email_service.open_new_email(request.app, token, whence(request)[0])
    return render(request, "accounts/account/confirm_email.html", token=token, email=link["email"], done=False)


@pages.post("/account/email/{token}", permission=Permission.LINK_USE)
async def take_new_email(request: web.Request) -> web.StreamResponse:
    """Nobody need be signed in: the link was mailed to the one who is to read mail there."""
    await form_of(request)
    token, origin = request.match_info["token"], origin_for_mail(request, request.app[SETTINGS])
    email = await email_service.take_new_email(request.app, viewer_of(request), token, origin, whence(request)[0])
    return render(request, "accounts/account/confirm_email.html", email=email, done=True)


async def _form(request: web.Request, refusal: Invalid | TooFast | None = None, typed: str = "") -> web.Response:
    return render(
        request,
        "accounts/account/change_email.html",
        refusal.status if refusal else 200,
        email=await email_service.own_email(viewer_of(request)),
        typed=typed,
        problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else None,
    )
