"""Scheduling a surgery, office hours or a meeting, once or repeating: a form, and a look at its dates before."""

from typing import Any

from aiohttp import web

from accounts.colleagues import colleagues_in
from foundation import clock
from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from neighbourhoods.places import Place
from neighbourhoods.service import access_neighbourhood
from rooms.series.choices import Repeat
from rooms.series.service import check_repetition, schedule_series
from rooms.surgeries import service
from rooms.surgeries.colleagues import check_hosts
from rooms.surgeries.forms import Asked, asked_in, fields_of, new_form
from rooms.surgeries.plans import check_plan
from rooms.surgeries.preview import preview_of

pages = Routes()
JSON = dict[str, Any]
_NEW = "/neighbourhoods/{id}/surgeries/new"


@pages.get(_NEW, permission=Permission.SURGERY_SCHEDULE)
async def show_form(request: web.Request) -> web.StreamResponse:
    """The form to schedule a surgery."""
    return await form_page(request, await _access_place(request), new_form(request.app[SETTINGS].time_zone))


@pages.post(_NEW, permission=Permission.SURGERY_SCHEDULE)
async def schedule_surgery(request: web.Request) -> web.StreamResponse:
    """Put it in the calendar; what repeats, or overlaps, is shown first."""
    form = await form_of(request)
    place = await _access_place(request)
    if "change" in form:
        return await form_page(request, place, form)
    try:
        asked = await _checked(request, place, form)
        if "confirm" not in form:
            preview = await _preview(request, asked)
            if asked.rule or preview["overlaps"]:
                return render(request, "series/check.html", place=place, form=form, **preview)
        address = await _schedule(request, place, asked)
    except Invalid as refusal:
        return await form_page(request, place, form, refusal)
    raise see_other(address)


@pages.get("/neighbourhoods/{id}/surgeries/dates", permission=Permission.SURGERY_SCHEDULE)
async def show_dates(request: web.Request) -> web.StreamResponse:
    """The dates that a half-filled form means, for the script that shows them beside it."""
    place = await _access_place(request)
    form = {name: value for name, value in request.query.items() if isinstance(value, str)}
    try:
        asked = await _checked(request, place, form | {"title": "-1-", "kind": "", "place": ""})
    except Invalid as refusal:
        return render(request, "series/dates.html", problem=refusal.message)
    return render(request, "series/dates.html", **await _preview(request, asked))


async def form_page(
    request: web.Request, place: Place, form: JSON, refusal: Invalid | None = None, **more: Any
) -> web.Response:
    """The form, with what is wrong in it; `more` is what changes where it changes something that exists."""
    colleagues = await colleagues_in(place.force_id, place.id)
    return render(
        request,
        "rooms/schedule.html",
        status=refusal.status if refusal else 200,
        place=place,
        form=form,
        fields=fields_of(refusal) if refusal else [],
        problem=refusal.message if refusal else None,
        today=clock.today_in(request.app[SETTINGS].time_zone).isoformat(),
        colleagues=[person for person in colleagues if person["id"] != viewer_of(request).id],
        repeats=tuple(Repeat),
        **more,
    )


async def _access_place(request: web.Request) -> Place:
    place = await access_neighbourhood(request.match_info["id"])
    service.check_serves(viewer_of(request), place)
    return place


async def _checked(request: web.Request, place: Place, form: dict[str, str]) -> Asked:
    """What the form asks for; raises Invalid for all that announcing it would refuse."""
    asked = asked_in(form, request.app[SETTINGS].time_zone)
    check_plan(asked.plan)
    if asked.rule:
        check_repetition(request.app, asked.plan, asked.rule)
    await check_hosts(viewer_of(request), place, asked.hosts)
    return asked


async def _preview(request: web.Request, asked: Asked) -> JSON:
    return await preview_of(asked, request.app[SETTINGS], [str(viewer_of(request).id), *asked.hosts])


async def _schedule(request: web.Request, place: Place, asked: Asked) -> str:
    """Announce it; gives where it stands."""
    app, viewer = request.app, viewer_of(request)
    if asked.rule:
        return f"/series/{await schedule_series(app, viewer, place.id, asked.plan, asked.rule, asked.hosts)}"
    surgery = await service.schedule_surgery(app, viewer, place.id, asked.plan, asked.hosts)
    return f"/surgeries/{surgery['id']}"
