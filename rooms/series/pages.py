"""A series for people: its dates, and for its hosts changing and ending it."""

from typing import Any

from aiohttp import web

from foundation.errors import Gone, Invalid
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from neighbourhoods.service import access_neighbourhood
from rooms.series import reading_service, service
from rooms.series.beside import beside_series
from rooms.series.choices import Repeat
from rooms.surgeries.forms import asked_in, form_of_plan
from rooms.surgeries.scheduling_pages import form_page

pages = Routes()
JSON = dict[str, Any]


@pages.get("/series/{id}", permission=Permission.SURGERY_READ)
async def show_series(request: web.Request) -> web.StreamResponse:
    """What it is, and its next dates."""
    page = await reading_service.series_page(viewer_of(request), request.match_info["id"])
    return render(request, "series/series.html", **page)


@pages.get("/series/{id}/edit", permission=Permission.SERIES_KEEP)
async def show_form(request: web.Request) -> web.StreamResponse:
    """The form to change all dates that are still to come."""
    series = await service.access_series_to_keep(viewer_of(request), request.match_info["id"])
    plan = await reading_service.next_plan(series)
    if plan is None or series["ended_at"]:
        raise Gone(_("This series has no more dates."))
    form = form_of_plan(plan, request.app[SETTINGS].time_zone) | {"repeat": Repeat.OWN, "rule": series["rule"]}
    return await _page(request, series, form)


@pages.post("/series/{id}/edit", permission=Permission.SERIES_KEEP)
async def change_series(request: web.Request) -> web.StreamResponse:
    """Change all dates that are still to come, but for those that were moved by themselves.

    What its hosts hold at the same time is shown first.
    """
    form = await form_of(request)
    viewer = viewer_of(request)
    series = await service.access_series_to_keep(viewer, request.match_info["id"])
    try:
        asked = asked_in(form, request.app[SETTINGS].time_zone)
        if asked.rule is None:
            raise Invalid.at("repeat", _("Choose how often it repeats, or end the series on its page."))
        service.check_repetition(request.app, asked.plan, asked.rule)
        beside = await beside_series(series, asked, request.app[SETTINGS])
        if beside and "confirm" not in form:
            return await _page(request, series, form, **beside)
        reason = form.get("reason", "")
        await service.change_series(request.app, viewer, series["id"], asked.plan, asked.rule, reason)
    except Invalid as refusal:
        return await _page(request, series, form, refusal)
    raise see_other(f"/series/{series['id']}")


@pages.post("/series/{id}/end", permission=Permission.SERIES_KEEP)
async def end_series(request: web.Request) -> web.StreamResponse:
    """Call off all that is still to come, and say why."""
    form = await form_of(request)
    series_id = request.match_info["id"]
    await service.end_series(request.app, viewer_of(request), series_id, form.get("reason", ""))
    raise see_other(f"/series/{series_id}")


async def _page(
    request: web.Request, series: JSON, form: JSON, refusal: Invalid | None = None, **more: Any
) -> web.Response:
    place = await access_neighbourhood(series["neighbourhood_id"])
    return await form_page(request, place, form, refusal, series=series, **more)
