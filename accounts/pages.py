"""Joining as a guest, signing out, and the language."""

from aiohttp import web

from accounts import service
from accounts.residents.details_service import speak
from accounts.sessions import service as session_service
from accounts.sessions.browsers import signed_in_at, whence
from foundation.cookies import clear_session_cookie
from foundation.errors import Invalid, NotFound
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.language import LANGUAGES, _
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
_A_YEAR = 365 * 24 * 3600
"""Seconds that the choice of a language is remembered."""


@pages.get("/guest", permission=Permission.SESSION_START)
async def ask_for_name(request: web.Request) -> web.StreamResponse:
    return render(request, "accounts/guest.html", name="", back=local_path(request.query.get("back", "")))


@pages.post("/guest", permission=Permission.SESSION_START)
async def join(request: web.Request) -> web.StreamResponse:
    """Join under a name; who is somebody here already stays who they are."""
    form = await form_of(request)
    name, back = form.get("name", ""), local_path(form.get("back", ""))
    if viewer_of(request).signed_in:
        raise see_other(back)
    try:
        signed_in = await service.join_as_guest(request.app, name, *whence(request))
    except Invalid as refusal:
        return render(
            request, "accounts/guest.html", refusal.status, name=name[:60], back=back,
            problem=refusal.message, fields=refusal.fields,
        )  # fmt: skip
    await session_service.leave_behind(request.app, viewer_of(request))
    raise signed_in_at(request, signed_in.token, back)


@pages.post("/sign-out", permission=Permission.SESSION_LEAVE)
async def sign_out(request: web.Request) -> web.StreamResponse:
    """Who is out by now (another tab, or the clock, was first) has a page whose token is dead, and nothing to end."""
    if viewer_of(request).signed_in:
        await form_of(request)
        await session_service.sign_out(request.app, viewer_of(request))
    answer = see_other("/")
    clear_session_cookie(answer, request.app[SETTINGS])
    raise answer


@pages.get("/language/{language}", permission=Permission.PUBLIC_READ)
async def choose_language(request: web.Request) -> web.StreamResponse:
    """Remember the language and go back to the page that it was chosen on."""
    language = request.match_info["language"]
    if language not in LANGUAGES:
        raise NotFound(_("There is nothing at this address."))
    await speak(viewer_of(request), language)
    answer = see_other(local_path(request.query.get("back", "")))
    answer.set_cookie(
        "bluelamp_language",
        language,
        max_age=_A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=request.app[SETTINGS].over_https,
    )
    raise answer
