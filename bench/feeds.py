"""The feed of a calendar with many dates, alone on the server's core: drawn anew, and as it is mostly asked for."""

import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from statistics import median
from zoneinfo import ZoneInfo

from aiohttp import web

from bench.fixture import Fixture
from bench.samples import quantile
from foundation import clock
from foundation.database import atomic
from foundation.ids import new_id
from rooms.calendar import feed_service
from rooms.calendar.asked import Asked
from rooms.calendar.vevents import vevent
from rooms.models import Room, RoomHost, Surgery
from rooms.surgeries.times import local_of

DATES = 500
_TIMES = 20
_LONDON = ZoneInfo("Europe/London")

Took = tuple[float, float, float]


async def measure_feed(fixture: Fixture) -> dict[str, Took]:
    """Median and p99 in milliseconds, and processor time each, by name. Leaves the dates in the database."""
    await atomic(lambda: _add_dates(fixture))
    home, app = fixture.area.home, web.Application()

    async def draw() -> None:
        feed = await feed_service.feed_of_neighbourhood(home, Asked())
        await feed_service.draw(app, feed, "https://lamp.example.org")

    async def draw_anew() -> None:
        vevent.cache_clear()
        await draw()

    return {
        f"Calendar feed of {DATES} dates": await _measure(draw),
        f"Calendar feed of {DATES} dates that no one asked for yet": await _measure(draw_anew),
    }


async def _measure(act: Callable[[], Awaitable[None]]) -> Took:
    await act()
    took, cpu = [], time.process_time()
    for _time in range(_TIMES):
        began = time.perf_counter()
        await act()
        took.append(time.perf_counter() - began)
    each = (time.process_time() - cpu) / _TIMES
    return median(took) * 1000, quantile(took, 0.99) * 1000, each * 1000


async def _add_dates(fixture: Fixture) -> None:
    officer, place = fixture.people.officer, fixture.area.home
    first = clock.now().replace(minute=0, second=0, microsecond=0)
    for number in range(DATES):
        id_, starts = new_id(), first + timedelta(days=1 + number, hours=number % 8)
        ends = starts + timedelta(hours=1)
        await Room.create(id=id_, force_id=officer.force, neighbourhood_id=place)
        await Surgery.create(
            id=id_, room_id=id_, title=f"Surgery {number}", neighbourhood_id=place, starts_at=starts, ends_at=ends,
            local_start=local_of(starts, _LONDON), local_end=local_of(ends, _LONDON), time_zone=_LONDON.key,
            created_by=officer.id, created_at=clock.now(), topic="Whatever you want to ask your officers",
        )  # fmt: skip
        await RoomHost.create(id=new_id(), room_id=id_, person_id=officer.id)
