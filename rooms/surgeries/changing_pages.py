"""Changing a surgery until it opens, and moving it to another time."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from neighbourhoods.service import access_neighbourhood
from rooms.surgeries import changing_service
from rooms.surgeries.forms import Asked, form_of_plan, plan_in
from rooms.surgeries.preview import preview_of
from rooms.surgeries.scheduling_pages import form_page

pages = Routes()
JSON = dict[str, Any]


@pages.get("/surgeries/{id}/edit", permission=Permission.SURGERY_HOST)
async def show_form(request: web.Request) -> web.StreamResponse:
    """The form to change a surgery."""
    row = await changing_service.access_surgery_to_change(viewer_of(request), request.match_info["id"])
    form = form_of_plan(changing_service.plan_of(row), request.app[SETTINGS].time_zone)
    return await _page(request, row, form)


@pages.post("/surgeries/{id}/edit", permission=Permission.SURGERY_HOST)
async def change_surgery(request: web.Request) -> web.StreamResponse:
    """Change a surgery until it is open; what its hosts hold at the same time is shown first."""
    form = await form_of(request)
    row = await changing_service.access_surgery_to_change(viewer_of(request), request.match_info["id"])
    try:
        plan = plan_in(form, request.app[SETTINGS].time_zone)
        overlaps = await _overlaps(request, row, Asked(plan, None, ()))
        if overlaps and "confirm" not in form:
            return await _page(request, row, form, overlaps=overlaps)
        reason = form.get("reason", "")
        await changing_service.change_surgery(request.app, viewer_of(request), row["id"], vars(plan), reason)
    except Invalid as refusal:
        return await _page(request, row, form, refusal)
    raise see_other(f"/surgeries/{row['id']}")


async def _overlaps(request: web.Request, row: JSON, asked: Asked) -> list[JSON]:
    """What its hosts hold at the time that it is moved to; nothing where it stays."""
    if (asked.plan.starts_at, asked.plan.ends_at) == (row["starts_at"], row["ends_at"]):
        return []
    hosts = await changing_service.hosts_of(row["id"])
    preview = await preview_of(asked, request.app[SETTINGS], hosts, but=[row["id"]])
    return list(preview["overlaps"])


async def _page(
    request: web.Request, row: JSON, form: JSON, refusal: Invalid | None = None, **more: Any
) -> web.Response:
    place = await access_neighbourhood(row["neighbourhood_id"])
    return await form_page(request, place, form, refusal, surgery=row, **more)
