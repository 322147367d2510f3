"""Surgeries in the calendar, for people: the list, and scheduling and changing one."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from foundation import clock
from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from neighbourhoods.places import Place
from neighbourhoods.service import access_neighbourhood
from rooms.models import Mode, Status
from rooms.surgeries import changing_service, service
from rooms.surgeries.cards import card, cards
from rooms.surgeries.plans import Plan
from rooms.surgeries.times import moment_of
from rooms.surgeries.wanted import Wanted

pages = Routes()
JSON = dict[str, Any]


@pages.get("/surgeries", permission=Permission.SURGERY_READ)
async def list_surgeries(request: web.Request) -> web.StreamResponse:
    """What is open, what comes next, and what is over."""
    coming = Wanted(statuses=(Status.OPEN, Status.SCHEDULED), cursor=request.query.get("cursor"), limit=50)
    items, following = await service.list_surgeries(coming)
    past, _none = await service.list_surgeries(Wanted(statuses=(Status.CLOSED,), newest_first=True, limit=20))
    shown = await cards(items)
    return render(
        request,
        "surgeries/list.html",
        open_surgeries=[surgery for surgery in shown if surgery["status"] == Status.OPEN],
        next_surgeries=[surgery for surgery in shown if surgery["status"] == Status.SCHEDULED],
        past_surgeries=await cards(past),
        earlier=None,
        later=f"/surgeries?cursor={following}" if following else None,
    )


@pages.get("/neighbourhoods/{id}/surgeries/new", permission=Permission.SURGERY_SCHEDULE)
async def new_form(request: web.Request) -> web.StreamResponse:
    """The form to schedule a surgery."""
    place = await access_neighbourhood(request.match_info["id"])
    service.check_serves(viewer_of(request), place)
    return _schedule_page(request, place, {"mode": Mode.OPEN})


@pages.post("/neighbourhoods/{id}/surgeries/new", permission=Permission.SURGERY_SCHEDULE)
async def schedule_surgery(request: web.Request) -> web.StreamResponse:
    """Put a surgery in the calendar."""
    form = await form_of(request)
    place = await access_neighbourhood(request.match_info["id"])
    service.check_serves(viewer_of(request), place)
    try:
        plan = _plan(form, request.app[SETTINGS].time_zone)
        surgery = await service.schedule_surgery(request.app, viewer_of(request), place.id, plan)
    except Invalid as refusal:
        return _schedule_page(request, place, form, refusal)
    raise see_other(f"/surgeries/{surgery['id']}")


@pages.get("/surgeries/{id}/edit", permission=Permission.SURGERY_HOST)
async def edit_form(request: web.Request) -> web.StreamResponse:
    """The form to change a surgery."""
    surgery = await card(await service.access_surgery_to_change(viewer_of(request), request.match_info["id"]))
    zone = request.app[SETTINGS].time_zone
    start, end = surgery["starts"].astimezone(zone), surgery["ends"].astimezone(zone)
    form = {
        "title": surgery["title"],
        "date": start.date().isoformat(),
        "start": start.strftime("%H:%M"),
        "end": end.strftime("%H:%M"),
        "mode": surgery["mode"],
    }
    return _schedule_page(request, await access_neighbourhood(surgery["neighbourhood"]), form, surgery=surgery)


@pages.post("/surgeries/{id}/edit", permission=Permission.SURGERY_HOST)
async def change_surgery(request: web.Request) -> web.StreamResponse:
    """Change a surgery until it is open."""
    form = await form_of(request)
    surgery = await card(await service.access_surgery_to_change(viewer_of(request), request.match_info["id"]))
    try:
        plan = _plan(form, request.app[SETTINGS].time_zone)
        given = {name: getattr(plan, name) for name in ("title", "starts_at", "ends_at", "mode")}
        await changing_service.change_surgery(request.app, viewer_of(request), surgery["id"], given)
    except Invalid as refusal:
        place = await access_neighbourhood(surgery["neighbourhood"])
        return _schedule_page(request, place, form, refusal, surgery=surgery)
    raise see_other(f"/surgeries/{surgery['id']}")


def _plan(form: dict[str, str], zone: ZoneInfo) -> Plan:
    """What the form asks for; its date and times are on the clock of the force."""
    start = _local(form, "start")
    end = _local(form, "end")
    if form.get("mode") not in set(Mode):
        raise Invalid.at("mode", _("Choose one of the modes."))
    return Plan(
        title=form.get("title", ""),
        starts_at=moment_of(start, zone, "start"),
        ends_at=moment_of(end, zone, "end"),
        mode=Mode(form["mode"]),
    )


def _local(form: dict[str, str], field: str) -> datetime:
    try:
        return datetime.strptime(f"{form.get('date', '')} {form.get(field, '')}", "%Y-%m-%d %H:%M")
    except ValueError:
        raise Invalid.at(field, _("Give the day, and the time as 18:00.")) from None


def _schedule_page(
    request: web.Request,
    place: Place,
    form: dict[str, Any],
    refusal: Invalid | None = None,
    surgery: JSON | None = None,
) -> web.Response:
    return render(
        request,
        "rooms/schedule.html",
        status=refusal.status if refusal else 200,
        place=place,
        surgery=surgery,
        form=form,
        fields=refusal.fields if refusal else [],
        today=clock.now().astimezone(request.app[SETTINGS].time_zone).date().isoformat(),
    )
