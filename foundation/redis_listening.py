"""Events between processes, through Redis: as Socket.IO does it, but knowing since when it hears what others send."""

import asyncio
import math
import time
from collections.abc import AsyncIterator
from typing import Any, Final

import socketio
import structlog
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

log = structlog.get_logger("redis")
_AGAIN: Final = 0.5
"""Seconds after which it tries to listen again."""


class ListeningManager(socketio.AsyncRedisManager):  # type: ignore[misc]  # socketio has no types
    """Listens again soon after its connection broke. The library waits for up to a minute, and Redis' client tries
    again by itself without a word: what others sent meanwhile would be missing, and nobody would know.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url, redis_options={"retry": Retry(NoBackoff(), 0)})
        self.hears_since = -math.inf
        """The moment (monotonic) since which nothing was missed; infinite while it has lost its connection."""

    async def _redis_listen_with_retries(self) -> AsyncIterator[dict[str, Any]]:
        again = False
        while True:
            try:
                self._redis_connect()
                # A publisher that fails puts another in its place: this one is listened to.
                listened = self.pubsub
                await listened.subscribe(self.channel)
                # Before the first time nobody's screen is here, to miss anything.
                self.hears_since = time.monotonic() if again else -math.inf
                async for message in listened.listen():
                    yield message
            except (RedisError, OSError) as error:
                log.warning("redis_not_heard", error=type(error).__name__)
            self.hears_since, again = math.inf, True
            await asyncio.sleep(_AGAIN)
