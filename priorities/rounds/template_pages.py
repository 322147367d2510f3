"""What rounds of a neighbourhood are begun from, and what begins there by itself."""

from urllib.parse import quote

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.rounds import beginning_service, templates_service

pages = Routes()


@pages.get("/neighbourhoods/{id}/round-templates", permission=Permission.ROUND_KEEP)
async def show_templates(request: web.Request) -> web.StreamResponse:
    """All of them."""
    viewer = viewer_of(request)
    place = await beginning_service.access_place_to_keep(viewer, request.match_info["id"])
    templates = await templates_service.templates_in(viewer, place)
    return render(request, "priorities/rounds/templates.html", place=place, templates=templates,
                  done="done" in request.query)  # fmt: skip


@pages.post("/round-templates/{id}/end", permission=Permission.ROUND_KEEP)
async def end_template(request: web.Request) -> web.StreamResponse:
    """Have nothing begin from it any more."""
    form = await form_of(request)
    row = await templates_service.end_template(viewer_of(request), request.match_info["id"])
    place = quote(row["neighbourhood_id"] or "", safe="")
    otherwise = f"/neighbourhoods/{place}/round-templates?done" if place else "/priorities"
    raise see_other(local_path(form.get("back", ""), otherwise))
