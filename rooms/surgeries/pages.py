"""The list of surgeries."""

from aiohttp import web

from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.models import Status
from rooms.surgeries import service
from rooms.surgeries.cards import cards
from rooms.surgeries.wanted import Wanted

pages = Routes()


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
