"""The room's page, as the room is now; features that show it in their own way draw it with this."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.client_ids import new_client_id
from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import render
from rooms.duty.service import on_duty_in
from rooms.entering import held_for, look_in
from rooms.hosting.service import restrictions_in
from rooms.messages.phrases import phrases_for
from rooms.parts import ON_PAGE, parts_of
from rooms.presence import PRESENCE
from rooms.questions.drawn import Drawn, drawn_of
from rooms.standing import Standing
from rooms.surgeries import service as surgeries
from rooms.surgeries.cards import card
from rooms.views import room_view

JSON = dict[str, Any]


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
    parts = await parts_of(ON_PAGE, request.app, standing)
    drawn = drawn_of(parts, everything=request.query.get("questions") == "all")
    return render(
        request,
        "rooms/room.html" if standing.room["online"] else "rooms/meeting.html",
        status=refusal.status if refusal else 200,
        may=_may(standing),
        problem=refusal.message if refusal else None,
        draft=draft or {"client_id": new_client_id()},
        emergency=emergency,
        silenced_until=standing.silenced.until if standing.silenced else None,
        silenced=standing.silenced,
        silence_ends_today=_ends_today(request, standing),
        **await _date(request, standing),
        undrawn=drawn.undrawn,
        **await _words(request, standing, drawn),
        **await _people(request, standing),
        **parts,
        **(more or {}),
    )


def _ends_today(request: web.Request, standing: Standing) -> bool:
    zone, until = request.app[SETTINGS].time_zone, standing.silenced.until if standing.silenced else None
    return until is not None and until.astimezone(zone).date() == clock.today_in(zone)


async def _date(request: web.Request, standing: Standing) -> JSON:
    surgery = await card(await surgeries.access_surgery(standing.room_id))
    zone = request.app[SETTINGS].time_zone
    return {
        "surgery": surgery,
        "neighbourhood_name": surgery["neighbourhood_name"],
        "starts": surgery["starts"],
        "ends": surgery["ends"],
        "opens_today": surgery["starts"].astimezone(zone).date() == clock.today_in(zone),
        "time_zone": zone.key,
    }


async def _words(request: web.Request, standing: Standing, drawn: Drawn) -> JSON:
    before = request.query.get("before", "")
    view = await room_view(standing, int(before) if before.isdecimal() and len(before) < 10 else None, drawn.ids)
    held = await held_for(request.app, standing)
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
        "restrictions": await restrictions_in(standing) if standing.is_staff else [],
    }


def _may(standing: Standing) -> JSON:
    """What the templates offer: their forms and links, not who is let through, which each verb asks again."""
    return {"host": standing.is_host, "moderate": standing.is_staff, "flag": standing.viewer.signed_in}
