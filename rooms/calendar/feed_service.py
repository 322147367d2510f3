"""Feeds for other calendars: what was, for a while, and all that comes."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from aiohttp import web
from icalendar import Calendar

from accounts.officers.service import public_officer
from foundation import clock, language
from foundation.language import _
from neighbourhoods.atlas import current_atlas
from neighbourhoods.service import access_neighbourhood
from rooms.calendar import store
from rooms.calendar.asked import Asked
from rooms.calendar.moment_vevents import moment_vevent
from rooms.calendar.moments import moments_asked
from rooms.calendar.vevents import Drawn, vevent
from rooms.calendar.vtimezones import vtimezone

JSON = dict[str, Any]
KEPT = timedelta(days=90)
"""How long a date stays in a feed when it is over."""
_AHEAD = timedelta(days=2 * 366)
_MOST = 20_000
_AT_ONCE = 100
"""Dates drawn before others get their turn: some ten milliseconds."""
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True)
class Feed:
    """Which feed: what is in it, and how a calendar lists it."""

    asked: Asked
    name: str


async def feed_of_neighbourhood(neighbourhood: str, asked: Asked) -> Feed:
    """Raises NotFound."""
    place = await access_neighbourhood(neighbourhood)
    name = _("Police in %(place)s", place=place.shown_name)
    return Feed(replace(asked, neighbourhood=place.id), name)


async def feed_of_officer(officer: str, asked: Asked) -> Feed:
    """Raises NotFound for all but a verified officer."""
    person = (await public_officer(officer))["person"]
    name = _("%(rank)s %(name)s", rank=person["officer"]["rank"], name=person["name"])
    return Feed(replace(asked, host=officer), name)


async def feed_of_everything(asked: Asked) -> Feed:
    """All forces that are served here, or the one that is asked for; one that nobody knows has no dates."""
    places = (await current_atlas()).places.values()
    names = {place.force_name for place in places if asked.force in (None, place.force_id)}
    return Feed(asked, names.pop() if len(names) == 1 else _("Police surgeries"))


async def draw(app: web.Application, feed: Feed, origin: str) -> bytes:
    """The feed as `text/calendar`, in the language of this request. `origin` is this site's, for the links in it."""
    now = clock.now()
    asked = replace(feed.asked, since=now - KEPT, until=now + _AHEAD)
    rows = await store.dates(asked, _MOST)
    drawn = await _drawn(rows, origin)
    parts = []
    for place, date in enumerate(drawn):
        if place % _AT_ONCE == _AT_ONCE - 1:
            await asyncio.sleep(0)
        parts.append(vevent(date))
    parts += [moment_vevent(moment, origin) for moment in await moments_asked(app, asked, _MOST)]
    return b"".join([_head(feed).removesuffix(_END), *_zones(drawn), *parts, _END])


async def _drawn(rows: Sequence[JSON], origin: str) -> list[Drawn]:
    places = (await current_atlas()).places
    return [
        Drawn(
            id=row["id"],
            address=f"{origin}/surgeries/{row['id']}",
            language=language.current(),
            status=row["room__status"],
            kind=row["kind"],
            title=row["title"],
            topic=row["topic"],
            place=row["place"] or "",
            access_notes=row["access_notes"] or "",
            online=row["online"],
            neighbourhood=places[row["neighbourhood_id"]].shown_name,
            starts_at=row["starts_at"],
            ends_at=row["ends_at"],
            time_zone=row["time_zone"],
            sequence=row["sequence"],
            created_at=row["created_at"],
            changed_at=row["changed_at"] or row["created_at"],
        )
        for row in rows
    ]


def _head(feed: Feed) -> bytes:
    calendar = Calendar()
    calendar.add("PRODID", "-//Bluelamp//Calendar//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("NAME", feed.name)
    calendar.add("X-WR-CALNAME", feed.name)
    calendar.add("REFRESH-INTERVAL", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")
    return bytes(calendar.to_ical())


def _zones(dates: Sequence[Drawn]) -> list[bytes]:
    """Each zone that a date stands in, from a year before the first date to a year after the last."""
    names = sorted({date.time_zone for date in dates})
    years = [date.starts_at.year for date in dates]
    return [vtimezone(name, min(years) - 1, max(years) + 1) for name in names]
