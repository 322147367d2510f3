"""The office for people: the room seen from above, switched on and off by forms."""

from aiohttp import web

from foundation.errors import Malformed
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.numbers import whole_number
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.floor import looking_service, switch_service
from rooms.floor.office import office_of
from rooms.floor.plans import PLANS, name_of
from rooms.room_page import room_page

pages = Routes()
_COOKIE = "bluelamp_floor"
_A_YEAR = 365 * 24 * 3600
"""Seconds that a browser remembers that its reader wants no picture."""


@pages.get("/surgeries/{id}/office", permission=Permission.FLOOR_READ)
async def show_office(request: web.Request) -> web.StreamResponse:
    """The room with its floor."""
    standing, plan = await looking_service.look_from_outside(request.app, viewer_of(request), request.match_info["id"])
    if plan is None:
        plans = [{"id": each.id, "name": name_of(each)} for each in request.app[PLANS].by_id.values()]
        return await room_page(request, more={"office": {"off": True, "plans": plans}})
    floor = whole_number(request.query.get("floor", ""), 3) or 1
    hidden = request.cookies.get(_COOKIE) == "off"
    office = await office_of(request.app, standing, plan, floor, hidden=hidden)
    return await room_page(request, more={"office": office})


@pages.post("/surgeries/{id}/office/picture", permission=Permission.FLOOR_READ)
async def show_picture(request: web.Request) -> web.StreamResponse:
    """A reader wants the picture, or the list alone: this browser remembers."""
    shown = (await form_of(request)).get("shown") == "yes"
    answer = see_other(f"/surgeries/{request.match_info['id']}/office")
    secure = request.app[SETTINGS].over_https
    if shown:
        answer.del_cookie(_COOKIE, secure=secure, httponly=True, samesite="Lax")
    else:
        answer.set_cookie(_COOKIE, "off", max_age=_A_YEAR, httponly=True, samesite="Lax", secure=secure)
    raise answer


@pages.post("/surgeries/{id}/office/plan", permission=Permission.SURGERY_HOST)
async def choose_plan(request: web.Request) -> web.StreamResponse:
    """A host chooses the plan of this surgery, or none."""
    plan = (await form_of(request)).get("plan")
    if not plan:
        raise Malformed(_("Choose a floor plan, or none."))
    room_id = request.match_info["id"]
    await switch_service.choose_plan(request.app, viewer_of(request), room_id, plan)
    raise see_other(f"/surgeries/{room_id}/office")
