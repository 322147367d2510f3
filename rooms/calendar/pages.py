"""The calendar for people: what comes next, and a month, of all or of one neighbourhood."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from aiohttp import web
from babel.dates import format_date

from foundation import clock, language
from foundation.feeds import Subscription, subscription
from foundation.identity import viewer_of
from foundation.ids import is_own_id
from foundation.keys import SETTINGS
from foundation.pages import render
from foundation.permissions import Permission, Role
from foundation.routes import Routes
from neighbourhoods.places import Place
from neighbourhoods.service import access_neighbourhood
from rooms.calendar import service
from rooms.calendar.asked import Asked
from rooms.calendar.months import asked_month, month_of
from rooms.models import MeetingKind

pages = Routes()


@dataclass(frozen=True)
class _View:
    """A calendar as its address asks for it. `place`: the one whose calendar this is, which can't be chosen."""

    path: str
    asked: Asked
    place: Place | None = None

    def address(self, **more: str) -> str:
        """This calendar seen in another way."""
        chosen = {
            "neighbourhood": "" if self.place else self.asked.neighbourhood,
            "kind": self.asked.kind,
            "officer": self.asked.host,
        }
        query = {name: str(value) for name, value in (chosen | more).items() if value}
        return f"{self.path}?{urlencode(query)}" if query else self.path

    def feed(self, request: web.Request) -> Subscription:
        """What is shown, to subscribe to; an officer's feed is of all their places."""
        kind = str(self.asked.kind or "")
        if self.asked.host:
            return subscription(request, f"/officers/{self.asked.host}/calendar.ics", kind=kind)
        if self.asked.neighbourhood:
            return subscription(
                request, f"/neighbourhoods/{quote(self.asked.neighbourhood, safe='')}/calendar.ics", kind=kind
            )
        return subscription(request, "/calendar.ics", kind=kind)


@pages.get("/calendar", permission=Permission.CALENDAR_READ)
async def show_calendar(request: web.Request) -> web.StreamResponse:
    """Everything that is planned, or what the form asks for."""
    return await _page(request, _View("/calendar", _asked(request)))


@pages.get("/neighbourhoods/{id}/calendar", permission=Permission.CALENDAR_READ)
async def show_neighbourhoods_calendar(request: web.Request) -> web.StreamResponse:
    """The same of one neighbourhood."""
    place = await access_neighbourhood(request.match_info["id"])
    path = f"/neighbourhoods/{quote(place.id, safe='')}/calendar"
    return await _page(request, _View(path, replace(_asked(request), neighbourhood=place.id), place))


def _asked(request: web.Request) -> Asked:
    """From what the address says; what can't be meant asks for nothing."""
    query = request.query
    kind, officer = query.get("kind", ""), query.get("officer", "")
    return Asked(
        neighbourhood=query.get("neighbourhood", "")[:64].replace("\0", "") or None,
        kind=MeetingKind(kind) if kind in set(MeetingKind) else None,
        host=officer if is_own_id(officer) else None,
    )


async def _page(request: web.Request, view: _View) -> web.Response:
    viewer, zone = viewer_of(request), request.app[SETTINGS].time_zone
    today = clock.today_in(zone)
    by_month = request.query.get("view") == "month"
    shown = await (_by_month if by_month else _by_day)(request, view, zone, today)
    home = sorted(viewer.neighbourhoods) if viewer.role in (Role.RESIDENT, Role.OFFICER) else []
    return render(
        request,
        "calendar/calendar.html",
        view=view,
        asked=view.asked,
        place=view.place,
        by_month=by_month,
        places=await service.places_to_choose(view.asked, [*home, *filter(None, [view.asked.neighbourhood])]),
        officers=await service.hosts_to_choose(view.asked, view.asked.host),
        feed=view.feed(request),
        list_address=view.address(),
        month_address=view.address(view="month"),
        day_name=_day_name,
        **shown,
    )


async def _by_day(request: web.Request, view: _View, zone: ZoneInfo, today: date) -> dict[str, Any]:
    since = _day(request.query.get("from", "")) or today
    found = await service.agenda(request.app, view.asked, since, zone)
    earlier = month_of(since - timedelta(days=1)).name
    return {
        "days": found.days,
        "since": None if since == today else since,
        "later": view.address(**{"from": found.later.isoformat()}) if found.later else None,
        "earlier": view.address(view="month", month=earlier),
    }


async def _by_month(request: web.Request, view: _View, zone: ZoneInfo, today: date) -> dict[str, Any]:
    month = asked_month(request.query.get("month", ""), today)
    return {
        "weeks": await service.month_view(request.app, view.asked, month, zone),
        "month": month,
        "month_name": format_date(month.first, "LLLL y", locale=language.current()),
        "this_month": month == month_of(today),
        "before": month.before and view.address(view="month", month=month.before.name),
        "after": month.after and view.address(view="month", month=month.after.name),
        "day_address": lambda day: view.address(**{"from": day.isoformat()}),
    }


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
    return day if day and 2020 <= day.year <= 2099 else None


def _day_name(day: date, form: str = "EEEE d MMMM y") -> str:
    return format_date(day, form, locale=language.current())
