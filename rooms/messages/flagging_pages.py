"""Flagging a message by a form, and the thanks for it."""

from typing import Any

from aiohttp import web

from foundation.addresses import client_address
from foundation.errors import Invalid, NotAllowed
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.numbers import whole_number
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes
from foundation.text import stored_html
from moderation.flags.own_service import own_flag_on
from rooms.messages import flagging_service as service
from rooms.messages.moderated import TYPE as MESSAGE
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
    room_id, message_id = request.match_info["id"], request.match_info["message"]
    reason, revision = form.get("reason", ""), form.get("revision", "")
    try:
        await service.flag_message(
            request.app, viewer_of(request), room_id, message_id, reason, form.get("note", "")[:1000],
            address=client_address(request, request.app[SETTINGS]),
            revision=whole_number(revision),
        )  # fmt: skip
    except (Invalid, NotAllowed) as refusal:
        return await _flag_page(request, refused=refusal, given=form)
    return await _rendered(request, thanks=reason)


async def _flag_page(request: web.Request, **said: Any) -> web.Response:
    room_id, message_id = request.match_info["id"], request.match_info["message"]
    viewer = viewer_of(request)
    message = await service.access_to_flag(viewer, room_id, message_id)
    before = await own_flag_on(viewer, MESSAGE, message_id)
    return await _rendered(request, message=message | {"html": stored_html(message["html"])}, before=before, **said)


async def _rendered(request: web.Request, **said: Any) -> web.Response:
    """After it was sent without the message: it may be hidden by then."""
    status = said["refused"].status if "refused" in said else 200
    surgery, message_id = await access_surgery(request.match_info["id"]), request.match_info["message"]
    return render(request, "rooms/flag.html", status, surgery=surgery, message_id=message_id, **said)
