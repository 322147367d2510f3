"""The doors of a room for people: its page, its transcript, and the three buttons of its host."""

from aiohttp import web

from foundation.client_ids import new_client_id
from foundation.identity import viewer_of
from foundation.json_answers import json_response
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms import transcript_forms
from rooms.questions.deciding_service import count_remaining
from rooms.room_page import room_page
from rooms.surgeries import changing_service
from rooms.surgeries import service as surgeries
from rooms.transcript import access_transcript

pages = Routes()


@pages.get("/surgeries/{id}", permission=Permission.SURGERY_READ)
async def show_room(request: web.Request) -> web.StreamResponse:
    """The room as it is now."""
    draft = {"reply_to": request.query.get("reply_to", "")[:16], "client_id": new_client_id()}
    return await room_page(request, draft=draft, emergency="emergency" in request.query)


@pages.get("/surgeries/{id}/transcript", permission=Permission.SURGERY_READ)
async def show_transcript(request: web.Request) -> web.StreamResponse:
    """What was said, after the close."""
    return await transcript_forms.page(request, request.match_info["id"])


@pages.get("/surgeries/{id}/transcript.txt", permission=Permission.SURGERY_READ)
async def transcript_text(request: web.Request) -> web.StreamResponse:
    """The transcript as plain text."""
    return await transcript_forms.plain_text(request, request.match_info["id"])


@pages.get("/surgeries/{id}/transcript.json", permission=Permission.SURGERY_READ)
async def transcript_json(request: web.Request) -> web.StreamResponse:
    """The transcript as JSON."""
    return json_response(await access_transcript(request.match_info["id"]))


@pages.post("/surgeries/{id}/open", permission=Permission.SURGERY_HOST)
async def open_surgery(request: web.Request) -> web.StreamResponse:
    """A host lets people in."""
    await form_of(request)
    surgery = await surgeries.open_surgery(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(f"/surgeries/{surgery['id']}")


@pages.post("/surgeries/{id}/close", permission=Permission.SURGERY_HOST)
async def close_surgery(request: web.Request) -> web.StreamResponse:
    """A host ends the conversation."""
    await form_of(request)
    surgery = await surgeries.close_surgery(request.app, viewer_of(request), request.match_info["id"])
    # Who asked and got no answer is owed a day or a reason: that comes first.
    following = "remains" if await count_remaining(surgery["id"]) else "transcript"
    raise see_other(f"/surgeries/{surgery['id']}/{following}")


@pages.post("/surgeries/{id}/cancel", permission=Permission.SURGERY_HOST)
async def cancel_surgery(request: web.Request) -> web.StreamResponse:
    """A host calls it off, and says why."""
    form = await form_of(request)
    room_id, reason = request.match_info["id"], form.get("reason", "")
    surgery = await changing_service.cancel_surgery(request.app, viewer_of(request), room_id, reason)
    raise see_other(f"/surgeries/{surgery['id']}")
