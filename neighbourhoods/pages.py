"""The pages to find a neighbourhood, and the page of one."""

from urllib.parse import quote, urlencode

from aiohttp import web

from foundation.errors import Invalid, Refusal
from foundation.feeds import subscription
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import render, see_other
from foundation.permissions import Permission, Role
from foundation.routes import Routes
from neighbourhoods import above, service
from neighbourhoods.places import Place
from neighbourhoods.postcodes import find_postcode

pages = Routes()


@pages.get("/neighbourhoods", permission=Permission.NEIGHBOURHOOD_READ)
async def find_neighbourhoods(request: web.Request) -> web.StreamResponse:
    """Find by postcode, position or name; without a question, the list."""
    asked = request.query
    name = asked.get("q", "").strip()
    # Whoever types a postcode into the box for names means the postcode.
    postcode = asked.get("postcode", name if find_postcode(name) else None)
    if postcode is None and "lat" not in asked and "lon" not in asked:
        return await _list(request, name[:200])
    try:
        places = await (_at(request) if postcode is None else service.find_by_postcode(postcode))
    except Refusal as refusal:
        return _not_found(request, postcode, refusal)
    if len(places) == 1:
        raise see_other(address_of(places[0]))
    return render(request, "neighbourhoods/find.html", places=places, postcode=postcode or "")


@pages.get("/neighbourhoods/{id}", permission=Permission.NEIGHBOURHOOD_READ)
async def show_neighbourhood(request: web.Request) -> web.StreamResponse:
    """One neighbourhood: its surgeries, officers and boundary."""
    place = await service.access_neighbourhood(request.match_info["id"])
    outline, words = await service.outline_of(place)
    viewer = viewer_of(request)
    surgeries = await above.next_surgeries_of(request.app, place.id)
    return render(
        request,
        "neighbourhoods/neighbourhood.html",
        place=place,
        outline=outline,
        outline_text=words,
        officers=await above.officers_of(request.app, place.id),
        open_surgeries=[surgery for surgery in surgeries if surgery["status"] == "open"],
        next_surgeries=[surgery for surgery in surgeries if surgery["status"] != "open"],
        logs=await above.logs_of(request.app, place.id),
        forum=await above.forum_of(request.app, place.id),
        priorities=await above.priorities_of(request.app, place.id),
        past_surgeries=await above.past_surgeries_of(request.app, place.id),
        feed=subscription(request, f"/neighbourhoods/{quote(place.id, safe='')}/calendar.ics"),
        may_schedule=viewer.role is Role.OFFICER and viewer.serves(place.force_id, place.id),
    )


def address_of(place: Place) -> str:
    """The path of a neighbourhood's page."""
    return f"/neighbourhoods/{quote(place.id, safe='')}"


async def _list(request: web.Request, name: str) -> web.StreamResponse:
    cursor = request.query.get("cursor")
    page = await (service.find_by_name(name, cursor) if name else service.list_page(cursor))
    following = {"q": name, "cursor": page.next} if name else {"cursor": page.next}
    return render(
        request,
        "neighbourhoods/list.html",
        places=page.items,
        q=name,
        next=f"/neighbourhoods?{urlencode(following)}" if page.next else None,
    )


async def _at(request: web.Request) -> list[Place]:
    try:
        latitude, longitude = float(request.query.get("lat", "")), float(request.query.get("lon", ""))
    except ValueError:
        raise Invalid(_("That is no position. Type your postcode instead.")) from None
    return await service.find_by_position(latitude, longitude)


def _not_found(request: web.Request, postcode: str | None, refusal: Refusal) -> web.Response:
    """The question again, with what was wrong. A position has no field to mend: its sentence stands alone."""
    fields = [{"field": "postcode", "message": refusal.message}] if postcode is not None else []
    return render(
        request,
        "neighbourhoods/find.html",
        status=refusal.status,
        places=[],
        postcode=(postcode or "")[:40],
        problem=None if fields else refusal.message,
        fields=fields,
    )
