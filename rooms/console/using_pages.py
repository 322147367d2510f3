"""Using a canned answer in a room: chosen from the filled ones, and put into the box where one writes."""

from typing import Any

from aiohttp import web

from foundation.addresses import own_origin
from foundation.client_ids import new_client_id
from foundation.identity import viewer_of
from foundation.ids import is_id
from foundation.json_answers import json_response
from foundation.keys import SETTINGS
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.console import canned_service as service
from rooms.room_page import room_page
from rooms.surgeries.service import access_surgery

pages = Routes()
_ROOM = "/surgeries/{id}"


@pages.get(_ROOM + "/canned-answers.json", permission=Permission.CONSOLE_USE)
async def canned_json(request: web.Request) -> web.StreamResponse:
    """What one may use in a room, filled for it: `{items: [{id, title, body, shared}]}`."""
    return json_response({"items": await _filled(request, request.match_info["id"])})


@pages.get(_ROOM + "/canned-answers", permission=Permission.CONSOLE_USE)
async def canned_for_room(request: web.Request) -> web.StreamResponse:
    """The same to choose from; `question` is the one that is to be answered, without it a message is written."""
    room, question = f"/surgeries/{request.match_info['id']}", request.query.get("question", "")
    answers = await _filled(request, request.match_info["id"])
    box = f"{room}/messages/{question}/answer" if is_id(question) else f"{room}/write"
    return render(request, "rooms/console/canned_choice.html", answers=answers, back=f"{room}#questions", box=box)


@pages.get(_ROOM + "/write", permission=Permission.CONSOLE_USE)
async def write_with_canned(request: web.Request) -> web.StreamResponse:
    """The room with one of them in the box where one writes."""
    return await room_page(request, draft={"body": await _chosen(request), "client_id": new_client_id()})


@pages.get(_ROOM + "/messages/{message}/answer", permission=Permission.CONSOLE_USE)
async def answer_with_canned(request: web.Request) -> web.StreamResponse:
    """A question's answer with one of them in its box."""
    surgery = await access_surgery(request.match_info["id"])
    return render(
        request, "rooms/answer.html", surgery=surgery, message_id=request.match_info["message"],
        body=await _chosen(request), client_id=new_client_id(),
    )  # fmt: skip


async def _chosen(request: web.Request) -> str:
    settings, canned_id = request.app[SETTINGS], request.query.get("canned", "")
    origin, viewer = own_origin(request, settings), viewer_of(request)
    return await service.canned_text(settings, origin, viewer, request.match_info["id"], canned_id)


async def _filled(request: web.Request, room_id: str) -> list[dict[str, Any]]:
    settings = request.app[SETTINGS]
    return await service.canned_in(settings, own_origin(request, settings), viewer_of(request), room_id)
