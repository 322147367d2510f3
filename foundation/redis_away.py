"""What other processes wrote while Redis was away reaches this one's screens all the same, twice a second.

Redis carries events between processes. It may leave at any moment, and nobody who writes is told, so each process looks
by itself at what its own screens show. While Redis is away, and until everybody listens to it again, it tells those
screens what they may not have heard. A screen passes over what it knows.
"""

import asyncio
import math
import time
from collections.abc import Callable, Sequence
from typing import Final, Protocol

from aiohttp import web
from redis.asyncio import Redis
from redis.exceptions import RedisError

from foundation.fanout import LIVE
from foundation.redis_listening import ListeningManager
from foundation.scheduler import Job
from foundation.settings import Settings

_LISTENS_AGAIN: Final = 5.0
"""Seconds after which everybody sends and listens again through a Redis that came back: they try twice a second."""
_ANSWERS: Final = 0.2
"""Seconds that Redis has for an answer."""
_EVERY: Final = 0.5
"""Seconds between two looks: a takedown arrives within its second."""


class Looker(Protocol):
    """Looks at something that screens of this process show, and may have changed without their hearing of it."""

    def is_needed(self) -> bool:
        """Whether a screen of this process shows such a thing now."""

    async def look(self, *, uncertain: bool) -> None:
        """Note how it is now; `uncertain`: tell these screens, too, what they may not have heard."""


NewLooker = Callable[[web.Application], Looker]


class RedisAway:
    """Lets the lookers of every feature look. Without Redis there is one process, and nothing to look for."""

    def __init__(self, app: web.Application, settings: Settings, lookers: Sequence[NewLooker]) -> None:
        url = settings.redis_url
        self._redis = Redis.from_url(url, socket_timeout=_ANSWERS, socket_connect_timeout=_ANSWERS) if url else None
        self._lookers = [new(app) for new in lookers]
        self._app = app
        self._away_at = -math.inf

    async def look(self) -> None:
        """Look once, at what is on screens now."""
        needed = [looker for looker in self._lookers if looker.is_needed()] if self._redis else []
        if self._redis is None or not needed:
            return
        uncertain = await self._is_uncertain(self._redis)
        for looker in needed:
            await looker.look(uncertain=uncertain)

    async def close(self) -> None:
        """The server stops."""
        if self._redis is not None:
            await self._redis.aclose()

    async def _is_uncertain(self, redis: Redis) -> bool:
        try:
            await asyncio.wait_for(redis.ping(), _ANSWERS)
        except (RedisError, OSError, TimeoutError):
            self._away_at = time.monotonic()
        manager = self._app[LIVE].manager
        # One that was cut off may have missed something although Redis is there.
        hears_since = manager.hears_since if isinstance(manager, ListeningManager) else -math.inf
        return time.monotonic() - max(self._away_at, hears_since) < _LISTENS_AGAIN


REDIS_AWAY: web.AppKey[RedisAway] = web.AppKey("redis_away", RedisAway)


async def _look(app: web.Application) -> None:
    await app[REDIS_AWAY].look()


JOBS = (Job("look_at_heads", _EVERY, _look),)
