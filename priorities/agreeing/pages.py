"""A panel: who is on it, for everybody; naming and leaving it, by forms."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from foundation.errors import Conflict, Invalid
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.agreeing import members_service, surgery_service
from priorities.agreeing.page_service import panel_page

pages = Routes()
_PANEL = "/rounds/{id}/panel"
_LONGEST_NAME = 60
Act = Callable[[Mapping[str, str]], Awaitable[None]]


@pages.get(_PANEL, permission=Permission.PRIORITY_READ)
async def show_panel(request: web.Request) -> web.StreamResponse:
    """Who is on it, what the vote advises, what was agreed. `?name=`: residents whom staff look for."""
    return await _page(request)


@pages.post(_PANEL, permission=Permission.PANEL_NAME)
async def name_member(request: web.Request) -> web.StreamResponse:
    """Put an officer on it, or ask a resident."""
    app, viewer, round_id = request.app, viewer_of(request), request.match_info["id"]
    return await _done(request, lambda form: members_service.name_member(app, viewer, round_id, form.get("person", "")))


@pages.post(_PANEL + "/accept", permission=Permission.PANEL_AGREE)
async def accept(request: web.Request) -> web.StreamResponse:
    """Say yes to being on it."""
    app, viewer, round_id = request.app, viewer_of(request), request.match_info["id"]
    return await _done(request, lambda _form: members_service.accept(app, viewer, round_id))


@pages.post(_PANEL + "/leave", permission=Permission.PANEL_AGREE)
async def leave(request: web.Request) -> web.StreamResponse:
    """Say no, or leave it."""
    app, viewer, round_id = request.app, viewer_of(request), request.match_info["id"]
    return await _done(request, lambda _form: members_service.leave(app, viewer, round_id))


@pages.post(_PANEL + "/members/{person}/remove", permission=Permission.PANEL_NAME)
async def take_off(request: web.Request) -> web.StreamResponse:
    """Have somebody on it no more."""
    app, viewer, round_id = request.app, viewer_of(request), request.match_info["id"]
    person = request.match_info["person"]
    return await _done(
        request, lambda form: members_service.take_off(app, viewer, round_id, person, form.get("reason", ""))
    )


@pages.post(_PANEL + "/surgery", permission=Permission.PANEL_NAME)
async def choose_surgery(request: web.Request) -> web.StreamResponse:
    """Say at which surgery it agrees."""
    app, viewer, round_id = request.app, viewer_of(request), request.match_info["id"]
    return await _done(
        request, lambda form: surgery_service.choose_surgery(app, viewer, round_id, form.get("surgery", ""))
    )


async def _done(request: web.Request, act: Act) -> web.StreamResponse:
    """Do what a form asks, and show the panel."""
    form = await form_of(request)
    try:
        await act(form)
    except (Invalid, Conflict) as refusal:
        return await _page(request, refusal)
    raise see_other(f"/rounds/{request.match_info['id']}/panel")


async def _page(request: web.Request, refusal: Invalid | Conflict | None = None) -> web.Response:
    name = request.query.get("name", "")[:_LONGEST_NAME]
    page = await panel_page(request.app, viewer_of(request), request.match_info["id"], name)
    return render(request, "priorities/panel/panel.html", **of_refusal(refusal), **page)
