"""What other processes wrote while Redis was away reaches this one's screens all the same, twice a second.

Redis carries events between processes. It may leave at any moment, and nobody who writes is told, so each process looks
at how far the logs reach of those rooms that are open on its own screens: one query. While Redis is away, and until
everybody listens to it again, it tells those screens what they may not have heard, who is called or looks otherwise by
now, and that somebody may be in danger. A screen passes over what it knows.
"""

import asyncio
import time
from typing import Final

from aiohttp import web
from redis.asyncio import Redis
from redis.exceptions import RedisError

from foundation.fanout import channels_here
from foundation.queries import Query
from foundation.settings import Settings
from moderation.paging.missed_service import MissedCalls
from rooms.broadcast import entries_told_here
from rooms.changed_people import ChangedPeople

_LISTENS_AGAIN: Final = 75.0
"""Seconds after which everybody listens again to a Redis that came back: Socket.IO tries once a minute at last."""
_ANSWERS: Final = 0.2
"""Seconds that Redis has for an answer."""
_FIRST_LOOK: Final = 20
"""Entries told of a room that came on a screen while Redis was away: it may have changed as its page was read."""
_HEADS = Query("SELECT id, last_seq FROM room WHERE id IN ?")


class Heads:
    """How far the logs reached at this process's last two looks."""

    def __init__(self, app: web.Application, settings: Settings) -> None:
        self._app = app
        url = settings.redis_url
        self._redis = Redis.from_url(url, socket_timeout=_ANSWERS, socket_connect_timeout=_ANSWERS) if url else None
        self._last: dict[str, int] = {}
        self._before: dict[str, int] = {}
        self._away_at: float | None = None
        self._people = ChangedPeople(app)
        self._calls = MissedCalls(app)

    async def look(self) -> None:
        """Tell what may not have been heard; without Redis there is one process, and nothing to look for."""
        rooms = [channel.removeprefix("room:") for channel in channels_here(self._app, "room:")]
        if self._redis is None or not (rooms or channels_here(self._app, "moderators:")):
            return
        uncertain = await self._is_uncertain(self._redis)
        heads = {row["id"]: int(row["last_seq"]) for row in (await _HEADS.rows(rooms) if rooms else ())}
        if uncertain:
            for room, head in heads.items():
                # From the look before the last: Redis may have left in the middle of that one.
                heard = self._before.get(room, max(head - _FIRST_LOOK, 0))
                if head > heard:
                    await entries_told_here(self._app, room, heard)
            await self._people.tell_here()
            await self._calls.tell_here()
        self._before, self._last = self._last, heads

    async def close(self) -> None:
        """The server stops."""
        if self._redis is not None:
            await self._redis.aclose()

    async def _is_uncertain(self, redis: Redis) -> bool:
        try:
            await asyncio.wait_for(redis.ping(), _ANSWERS)
        except (RedisError, OSError, TimeoutError):
            self._away_at = time.monotonic()
        return self._away_at is not None and time.monotonic() - self._away_at < _LISTENS_AGAIN


HEADS: web.AppKey[Heads] = web.AppKey("heads", Heads)


async def look_at_heads(app: web.Application) -> None:
    await app[HEADS].look()
