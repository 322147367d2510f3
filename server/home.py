"""The first page: a postcode, and what is on."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.models import Status
from rooms.surgeries.cards import cards
from rooms.surgeries.service import list_surgeries
from rooms.surgeries.wanted import Wanted

pages = Routes()

_LOOKED_AT = 40
_SHOWN = 8


@pages.get("/", permission=Permission.PUBLIC_READ)
async def home(request: web.Request) -> web.StreamResponse:
    """The first page."""
    coming, _next = await list_surgeries(Wanted(statuses=(Status.OPEN, Status.SCHEDULED), limit=_LOOKED_AT))
    shown = await cards(_without_repeats(coming)[:_SHOWN])
    return render(
        request,
        "home.html",
        open_surgeries=[surgery for surgery in shown if surgery["status"] == Status.OPEN],
        next_surgeries=[surgery for surgery in shown if surgery["status"] == Status.SCHEDULED],
    )


def _without_repeats(surgeries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The surgeries as they come, of a series only the next date: what repeats each week leaves room for the others."""
    known: set[str] = set()
    firsts = []
    for surgery in surgeries:
        series = surgery["series"]
        if not series or series not in known:
            firsts.append(surgery)
        known.add(series or "")
    return firsts
