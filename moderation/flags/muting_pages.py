"""Somebody who flags, as the moderators of a force see them: how often they were right, and whether they are muted."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.flags import muting_service as service

pages = Routes()
_FLAGGER = "/moderation/flaggers/{id}"


@pages.get(_FLAGGER, permission=Permission.FLAGGER_MUTE)
async def show_flagger(request: web.Request) -> web.StreamResponse:
    """Their record and their last flags here."""
    return await _page(request)


@pages.post(_FLAGGER + "/mute", permission=Permission.FLAGGER_MUTE)
async def mute(request: web.Request) -> web.StreamResponse:
    """Keep them from flagging for some days."""
    form = await form_of(request)
    days, reason = form.get("days", ""), form.get("reason", "")
    try:
        await service.mute(
            request.app, viewer_of(request), request.match_info["id"], whole_number(days) or 0, reason,
            request.app[SETTINGS].time_zone,
        )  # fmt: skip
    except Invalid as refusal:
        return await _page(request, 422, fields=refusal.fields, reason=reason, days=days)
    raise see_other(f"{_path(request)}?muted")


@pages.post(_FLAGGER + "/unmute", permission=Permission.FLAGGER_MUTE)
async def unmute(request: web.Request) -> web.StreamResponse:
    """Let them flag again."""
    await form_of(request)
    await service.unmute(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(f"{_path(request)}?unmuted")


def _path(request: web.Request) -> str:
    return f"/moderation/flaggers/{request.match_info['id']}"


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    done = next((word for word in ("muted", "unmuted") if word in request.query), "")
    flagger = await service.flagger(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "moderation/flags/flagger.html", status, **flagger, choices=service.DAYS, done=done, **more)
