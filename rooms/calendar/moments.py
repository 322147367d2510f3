"""The moments of other features that somebody asks the calendar for."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from aiohttp import web

from foundation import clock
from neighbourhoods.atlas import current_atlas
from rooms.calendar.asked import Asked
from rooms.calendar.ports import MOMENTS, Moment

JSON = dict[str, Any]
KIND: Final = "round"
_AHEAD: Final = timedelta(days=2 * 366)


async def moments_asked(app: web.Application, asked: Asked, most: int) -> Sequence[Moment]:
    """None for who asks for one kind of meeting, or for what somebody holds."""
    if MOMENTS not in app or asked.kind or asked.host:
        return []
    since, until = asked.since or clock.now(), asked.until or clock.now() + _AHEAD
    return await app[MOMENTS](asked.neighbourhood, asked.force, since, until, most)


async def moments_shown(app: web.Application, asked: Asked, most: int) -> list[JSON]:
    """The same as calendar/date.html wants its dates."""
    places = (await current_atlas()).places
    found = await moments_asked(app, asked, most)
    return [_shown(each, places[each.neighbourhood_id].shown_name) for each in found]


def in_order(dates: Sequence[JSON]) -> list[JSON]:
    """Dates of the calendar, the soonest first."""

    def at(each: JSON) -> tuple[datetime, str]:
        return each["starts"], each["id"]

    return sorted(dates, key=at)


def _shown(moment: Moment, place: str) -> JSON:
    return {
        "id": moment.id, "title": moment.title, "kind": KIND, "status": "cancelled" if moment.cancelled else KIND,
        "starts": moment.at, "ends": None, "neighbourhood": moment.neighbourhood_id, "neighbourhood_name": place,
        "hosts": [], "place": "", "access_notes": "", "online": False, "topic": "", "cancel_reason": moment.reason,
        "moved_from": None, "move_reason": "", "path": moment.path,
    }  # fmt: skip
