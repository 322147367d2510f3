"""What moderators decide about a message, by forms: the same verbs as live, then back to the room."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.decisions.why import Why
from rooms.messages import decisions

pages = Routes()
_MESSAGE = "/surgeries/{id}/messages/{message}"


@pages.post(_MESSAGE + "/hide", permission=Permission.ROOM_MODERATE)
async def hide_message(request: web.Request) -> web.StreamResponse:
    """Take a message down."""
    return await _decide(request, decisions.hide_message, reason_needed=True)


@pages.post(_MESSAGE + "/restore", permission=Permission.ROOM_MODERATE)
async def restore_message(request: web.Request) -> web.StreamResponse:
    """Put a message back."""
    return await _decide(request, decisions.restore_message, reason_needed=True)


@pages.post(_MESSAGE + "/approve", permission=Permission.ROOM_MODERATE)
async def approve_message(request: web.Request) -> web.StreamResponse:
    """Publish words that waited."""
    return await _decide(request, decisions.approve_message)


@pages.post(_MESSAGE + "/reject", permission=Permission.ROOM_MODERATE)
async def reject_message(request: web.Request) -> web.StreamResponse:
    """Refuse words that waited."""
    return await _decide(request, decisions.reject_message)


async def _decide(request: web.Request, verb: Any, *, reason_needed: bool = False) -> web.StreamResponse:
    form = await form_of(request)
    reason = form.get("reason", "").strip()[:1000]
    if reason_needed and not reason:
        raise Invalid(_("Give a reason: its author will read it."))
    room_id, message_id = request.match_info["id"], request.match_info["message"]
    why = Why(reason, form.get("clause", ""))
    await verb(request.app, viewer_of(request), room_id, message_id, why)
    raise see_other(f"/surgeries/{room_id}#m-{message_id}")
