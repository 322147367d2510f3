"""The first page: a postcode, and what is on."""

from aiohttp import web

from forums.places.cards_service import home_cards
from foundation.identity import viewer_of
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.models import Status
from rooms.surgeries.cards import cards
from rooms.surgeries.repeats import LOOKED_AT, without_repeats
from rooms.surgeries.service import list_surgeries
from rooms.surgeries.wanted import Wanted

pages = Routes()

_SHOWN = 8


@pages.get("/", permission=Permission.PUBLIC_READ)
async def home(request: web.Request) -> web.StreamResponse:
    """The first page."""
    coming, _next = await list_surgeries(Wanted(statuses=(Status.OPEN, Status.SCHEDULED), limit=LOOKED_AT))
    shown = await cards(without_repeats(coming)[:_SHOWN])
    return render(
        request,
        "home.html",
        open_surgeries=[surgery for surgery in shown if surgery["status"] == Status.OPEN],
        next_surgeries=[surgery for surgery in shown if surgery["status"] == Status.SCHEDULED],
        forums=await home_cards(viewer_of(request)),
    )
