"""What many change at once (votes, poll bars, the queue) is told at once, then at most twice a second a channel.

The last state is always told. With several processes they take turns by Redis, so that a screen hears no more of it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web
from redis.asyncio import Redis
from redis.exceptions import RedisError

from foundation.fanout import broadcast
from foundation.settings import Settings

log = structlog.get_logger("live")
Make = Callable[[], Awaitable[dict[str, Any] | None]]
"""Reads what is to be told, as it is now; None: nothing."""

_PAUSE = 0.5
"""Seconds between two tellings of one event to one channel."""
_LOOK_AGAIN = 0.1
"""Seconds until who waits for another process's turn to end asks again."""


class Pulsing:
    """Who is told of what, and when next."""

    def __init__(self, app: web.Application, settings: Settings) -> None:
        self._app = app
        self._redis: Redis | None = Redis.from_url(settings.redis_url) if settings.redis_url else None
        self._telling: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._untold: dict[tuple[str, str], Make] = {}

    def tell_soon(self, event: str, channel: str, make: Make) -> None:
        """Broadcast what `make` gives to a channel ("room:…", "staff:…"): now, or when the pause is over."""
        key = (event, channel)
        self._untold[key] = make
        if key not in self._telling:
            self._telling[key] = asyncio.create_task(self._tell(key))

    async def close(self) -> None:
        """Stop telling: the server stops."""
        for task in self._telling.values():
            task.cancel()
        if self._redis is not None:
            await self._redis.aclose()

    async def _tell(self, key: tuple[str, str]) -> None:
        event, channel = key
        try:
            while key in self._untold:
                await self._turn(key)
                make = self._untold.pop(key)
                try:
                    payload = await make()
                    if payload is not None:
                        await broadcast(self._app, event, payload, to=[channel])
                except Exception:  # who changed something has their acknowledgement: the next change tells again
                    log.exception("telling_failed")
                await asyncio.sleep(_PAUSE)
        finally:
            del self._telling[key]

    async def _turn(self, key: tuple[str, str]) -> None:
        """Wait until no process has told of this within the pause. While Redis is away each tells for itself."""
        if self._redis is None:
            return
        name = "bluelamp:told:" + ":".join(key)
        try:
            free = await self._redis.set(name, 1, nx=True, px=int(_PAUSE * 1000))
            while not free:
                await asyncio.sleep(_LOOK_AGAIN)
                free = await self._redis.set(name, 1, nx=True, px=int(_PAUSE * 1000))
        except RedisError:
            return


PULSING: web.AppKey[Pulsing] = web.AppKey("pulsing", Pulsing)


def tell_soon(app: web.Application, event: str, channel: str, make: Make) -> None:
    """Tell a channel of a change, at most twice a second: see `Pulsing.tell_soon`."""
    app[PULSING].tell_soon(event, channel, make)
