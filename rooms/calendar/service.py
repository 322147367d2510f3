"""The calendar as people read it: what comes from a day on, and a month."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from accounts.people import persons
from foundation import clock
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place
from rooms.calendar import store
from rooms.calendar.asked import Asked
from rooms.calendar.moments import in_order, moments_shown
from rooms.calendar.months import Day, Month, weeks_of
from rooms.models import Status
from rooms.surgeries.hosts import hosts_of_all

JSON = dict[str, Any]
_EACH_PAGE = 20
_EACH_SPAN = timedelta(weeks=4)
_MOST_IN_A_MONTH = 2000
"""Dates that one page shows: some thirty a day for a whole force."""
_RECENTLY = timedelta(days=90)


@dataclass(frozen=True)
class Agenda:
    """What comes from a day on, day by day; `later` is the day that the next page begins with, or None."""

    days: list[Day]
    later: date | None


async def agenda(app: web.Application, asked: Asked, since: date, zone: ZoneInfo) -> Agenda:
    """The dates from the beginning of a day on (in `zone`), and the moments of other features among them: four weeks or
    twenty of both, and the last day in full.

    What repeats each week would fill half a year. Where nothing comes in four weeks they begin with the first date.
    """
    within = replace(asked, since=midnight(since, zone))
    shown, later = await _in_order(app, within, _EACH_PAGE + 1), None
    days = [_local_day(each, zone) for each in shown][: _EACH_PAGE + 1]
    if last := _last_of(days, since):
        # More on one day than a page has: that day alone, in full.
        later = last + timedelta(days=1) if days[0] == last else last
        shown = await _in_order(app, replace(within, until=midnight(later, zone)), _MOST_IN_A_MONTH)
    return Agenda([Day(day, list(dates)) for day, dates in groupby(shown, lambda each: _local_day(each, zone))], later)


async def month_view(app: web.Application, asked: Asked, month: Month, zone: ZoneInfo) -> list[list[Day]]:
    """The weeks of a month with their dates."""
    days = month.days()
    within = replace(asked, since=midnight(days[0], zone), until=midnight(days[-1] + timedelta(days=1), zone))
    return weeks_of(month, await _in_order(app, within, _MOST_IN_A_MONTH), clock.today_in(zone), zone)


async def places_to_choose(asked: Asked, also: Sequence[str]) -> list[Place]:
    """The neighbourhoods that have dates now, and those of `also` that there are, by name."""
    places = (await current_atlas()).places
    known = {*await store.neighbourhoods_in(_lately(replace(asked, neighbourhood=None))), *also}
    return sorted((places[id_] for id_ in known if id_ in places), key=lambda place: place.shown_name.casefold())


async def hosts_to_choose(asked: Asked, also: str | None) -> list[JSON]:
    """The officers and partners who hold dates now, and `also`, as persons, by name."""
    ids = {*await store.hosts_in(_lately(replace(asked, host=None))), *filter(None, [also])}
    people = (await persons(ids)).values()
    return sorted((each for each in people if each["role"] in ("officer", "partner")), key=lambda each: each["name"])


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """When a day begins on the clock of a zone, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


async def _in_order(app: web.Application, asked: Asked, most: int) -> list[JSON]:
    """The dates and the moments of other features, at most so many of each, the soonest first."""
    dates = await _shown(await store.dates(asked, most))
    return in_order([*dates, *await moments_shown(app, asked, most)])


def _last_of(days: Sequence[date], since: date) -> date | None:
    """The first day that a page leaves to the next one, or None where it has room for everything. `days`: of its dates,
    in their order."""
    if not days:
        return None
    end = max(since, days[0]) + _EACH_SPAN
    beyond = [day for day in days if day >= end]
    full = [days[-1]] if len(days) > _EACH_PAGE else []
    return min([*beyond, *full], default=None)


def _lately(asked: Asked) -> Asked:
    return replace(asked, since=clock.now() - _RECENTLY, until=None)


def _local_day(shown: JSON, zone: ZoneInfo) -> date:
    starts: datetime = shown["starts"]
    return starts.astimezone(zone).date()


async def _shown(rows: Sequence[JSON]) -> list[JSON]:
    """Dates as the pages show them: their rows, with neighbourhood and hosts as they are now."""
    hosts = await hosts_of_all(rows)
    places = (await current_atlas()).places
    return [
        row
        | {
            "status": row["room__status"],
            "starts": row["starts_at"],
            "ends": row["ends_at"],
            "neighbourhood": row["neighbourhood_id"],
            "neighbourhood_name": places[row["neighbourhood_id"]].shown_name,
            "hosts": hosts.get(row["id"], []),
            "path": f"/surgeries/{row['id']}{'/transcript' if row['room__status'] == Status.CLOSED else ''}",
        }
        for row in rows
    ]
