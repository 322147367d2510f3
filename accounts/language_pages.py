"""Choosing the language: for this browser, and for the mails to who is somebody here."""

from aiohttp import web

from accounts.residents.details_service import speak
from foundation.errors import NotFound
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.language import LANGUAGES, _
from foundation.pages import local_path, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
_A_YEAR = 365 * 24 * 3600
"""Seconds that the choice of a language is remembered."""


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
