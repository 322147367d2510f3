"""Flagging a message by a form, and the thanks for it."""

from typing import Any

from aiohttp import web

from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes
from foundation.text import stored_html
from moderation.flags.reasons import FlagReason
from rooms.messages import flagging_service as service
from rooms.surgeries.service import access_surgery

pages = Routes()
_MESSAGE = "/surgeries/{id}/messages/{message}"


@pages.get(_MESSAGE + "/flag", permission=Permission.ROOM_FLAG)
async def flag_form(request: web.Request) -> web.StreamResponse:
    """Choose why a message is flagged."""
    return await _flag_page(request)


@pages.post(_MESSAGE + "/flag", permission=Permission.ROOM_FLAG)
async def flag_message(request: web.Request) -> web.StreamResponse:
    """Flag a message for the moderators."""
    form = await form_of(request)
    reason, note = form.get("reason", ""), form.get("note", "")[:1000]
    if reason not in tuple(FlagReason):
        return await _flag_page(request, problem=_("Choose what is wrong with it."))
    room_id, message_id = request.match_info["id"], request.match_info["message"]
    await service.flag_message(request.app, viewer_of(request), room_id, message_id, reason, note)
    return await _flag_page(request, thanks=True)


async def _flag_page(request: web.Request, **said: Any) -> web.Response:
    room_id, message_id = request.match_info["id"], request.match_info["message"]
    message = await service.access_to_flag(viewer_of(request), room_id, message_id)
    return render(
        request,
        "rooms/flag.html",
        status=422 if said.get("problem") else 200,
        surgery=await access_surgery(room_id),
        message=message | {"html": stored_html(message["html"])},
        message_id=message_id,
        reasons=tuple(FlagReason),
        **said,
    )
