"""The room for people, complete without scripts: its page, its transcript, and the forms of its host."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.api import json_response
from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms import transcript
from rooms.duty.service import on_duty_in
from rooms.entering import held_for, look_in
from rooms.hosting.service import restrictions_in
from rooms.messages.drafts import new_client_id
from rooms.messages.phrases import phrases_for
from rooms.parts import ON_PAGE, parts_of
from rooms.presence import PRESENCE
from rooms.questions.deciding_service import count_remaining
from rooms.standing import Standing
from rooms.surgeries import changing_service
from rooms.surgeries import service as surgeries
from rooms.surgeries.cards import card
from rooms.views import room_view

pages = Routes()
JSON = dict[str, Any]


@pages.get("/surgeries/{id}", permission=Permission.SURGERY_READ)
async def show_room(request: web.Request) -> web.StreamResponse:
    """The room as it is now."""
    draft = {"reply_to": request.query.get("reply_to", "")[:16], "client_id": new_client_id()}
    return await room_page(request, draft=draft, emergency="emergency" in request.query)


@pages.get("/surgeries/{id}/transcript", permission=Permission.SURGERY_READ)
async def show_transcript(request: web.Request) -> web.StreamResponse:
    """What was said, after the close."""
    return await transcript.page(request, request.match_info["id"])


@pages.get("/surgeries/{id}/transcript.txt", permission=Permission.SURGERY_READ)
async def transcript_text(request: web.Request) -> web.StreamResponse:
    """The transcript as plain text."""
    return await transcript.plain_text(request, request.match_info["id"])


@pages.get("/surgeries/{id}/transcript.json", permission=Permission.SURGERY_READ)
async def transcript_json(request: web.Request) -> web.StreamResponse:
    """The transcript as JSON."""
    return json_response(await transcript.access_transcript(request.match_info["id"]))


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


async def room_page(
    request: web.Request,
    *,
    draft: JSON | None = None,
    refusal: Refusal | None = None,
    emergency: bool = False,
    more: JSON | None = None,
) -> web.Response:
    """The room's page; with a draft that was warned of or refused, what to mend is said beside it.

    `more`: context of a feature that shows the room in its own way.
    """
    standing = await look_in(request.app, viewer_of(request), request.match_info["id"])
    surgery = await card(await surgeries.access_surgery(standing.room_id))
    zone = request.app[SETTINGS].time_zone
    return render(
        request,
        "rooms/room.html" if standing.room["online"] else "rooms/meeting.html",
        status=refusal.status if refusal else 200,
        surgery=surgery,
        neighbourhood_name=surgery["neighbourhood_name"],
        starts=surgery["starts"],
        ends=surgery["ends"],
        opens_today=surgery["starts"].astimezone(zone).date() == clock.now().astimezone(zone).date(),
        time_zone=zone.key,
        may=_may(standing),
        problem=refusal.message if refusal else None,
        draft=draft or {"client_id": new_client_id()},
        emergency=emergency,
        silenced_until=standing.silenced.until if standing.silenced else None,
        silenced=standing.silenced,
        **await _words(request, standing),
        **await _people(request, standing),
        **await parts_of(ON_PAGE, request.app, standing),
        **(more or {}),
    )


async def _words(request: web.Request, standing: Standing) -> JSON:
    before = request.query.get("before", "")
    view = await room_view(standing, int(before) if before.isdecimal() and len(before) < 10 else None)
    held = await held_for(standing)
    return {
        "messages": view.entries,
        "questions": view.questions,
        "earlier": f"{request.path}?before={view.entries[0]['seq']}" if view.more else None,
        "phrases": await phrases_for(standing.viewer),
        "held": [item | {"mine": item["author"]["id"] == standing.viewer.id} for item in held],
    }


async def _people(request: web.Request, standing: Standing) -> JSON:
    presence = request.app[PRESENCE]
    return {
        "people": presence.count(standing.room_id),
        "officers_here": await presence.officers(standing.room_id),
        "on_duty": await on_duty_in(request.app, standing.room_id),
        "restrictions": await restrictions_in(standing.room_id) if standing.is_staff else [],
    }


def _may(standing: Standing) -> JSON:
    """What the templates offer: their forms and links, not who is let through, which each verb asks again."""
    return {"host": standing.is_host, "moderate": standing.is_staff, "flag": standing.viewer.signed_in}
