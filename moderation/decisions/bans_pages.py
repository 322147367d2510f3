"""The page of a force's bans: confirming what somebody else proposed, and ending one."""

from collections.abc import Awaitable
from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotAllowed
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.decisions import bans_service as service

pages = Routes()
_BAN = "/moderation/bans/{id}"


@pages.get("/moderation/bans", permission=Permission.BAN_CONFIRM)
async def show_bans(request: web.Request) -> web.StreamResponse:
    """Who is kept out of all of the force's places; those that wait for a second person first."""
    done = next((word for word in ("confirmed", "ended") if word in request.query), "")
    return await _page(request, done=done)


@pages.post(_BAN + "/confirm", permission=Permission.BAN_CONFIRM)
async def confirm_ban(request: web.Request) -> web.StreamResponse:
    """Let it stand for good: never by who proposed it."""
    await form_of(request)
    confirming = service.confirm_ban(request.app, viewer_of(request), request.match_info["id"])
    return await _done(request, confirming, "confirmed")


@pages.post(_BAN + "/end", permission=Permission.BAN_CONFIRM)
async def end_ban(request: web.Request) -> web.StreamResponse:
    """Let somebody back."""
    reason = (await form_of(request)).get("reason", "")[:1000].strip()
    ending = service.end_ban(request.app, viewer_of(request), request.match_info["id"], reason)
    return await _done(request, ending, "ended")


async def _done(request: web.Request, act: Awaitable[None], said: str) -> web.StreamResponse:
    try:
        await act
    except (Conflict, Invalid, NotAllowed) as refusal:
        return await _page(request, refusal.status, problem=refusal.message)
    raise see_other(f"/moderation/bans?{said}")


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    bans = await service.bans_page(viewer_of(request))
    return render(request, "moderation/bans.html", status, **bans, **more)
