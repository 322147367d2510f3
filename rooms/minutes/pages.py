"""Published minutes for people."""

from aiohttp import web

from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.minutes import forms

pages = Routes()


@pages.get("/surgeries/{id}/minutes", permission=Permission.MINUTES_READ)
async def show_minutes(request: web.Request) -> web.StreamResponse:
    """As a page, text or data by the Accept header; a page where it does not say."""
    return await forms.answer(request, request.match_info["id"], otherwise="text/html")


@pages.get("/surgeries/{id}/minutes.txt", permission=Permission.MINUTES_READ)
async def minutes_text(request: web.Request) -> web.StreamResponse:
    """The minutes as plain text."""
    return await forms.as_text(request, request.match_info["id"])


@pages.get("/surgeries/{id}/minutes.json", permission=Permission.MINUTES_READ)
async def minutes_data(request: web.Request) -> web.StreamResponse:
    """The minutes as JSON."""
    return await forms.as_data(request, request.match_info["id"])
