"""Where the crowds of all rooms are kept: in this process, or in Redis where several processes serve.

Never in the database: where somebody stood is nobody's business afterwards.
"""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar, cast

import msgspec
from aiohttp import web
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline
from redis.exceptions import RedisError

from foundation.errors import Unavailable
from foundation.language import _
from foundation.settings import Settings
from rooms.floor.crowd import Crowd, Walker

T = TypeVar("T")
_FORGOTTEN = 300
"""Seconds after which Redis drops a room that nobody walks in."""


class Crowds(Protocol):
    async def change(self, room_id: str, work: Callable[[Crowd], T]) -> T:
        """Change a room's crowd in place, while nobody else does. `work` may run more than once."""
        ...

    async def close(self) -> None: ...


class CrowdsInMemory:
    def __init__(self) -> None:
        self._rooms: dict[str, Crowd] = {}

    async def change(self, room_id: str, work: Callable[[Crowd], T]) -> T:
        crowd = self._rooms.get(room_id, {})
        result = work(crowd)
        if crowd:
            self._rooms[room_id] = crowd
        else:
            self._rooms.pop(room_id, None)
        return result

    async def close(self) -> None:
        self._rooms.clear()


class CrowdsInRedis:
    """A hash a room, a field a person. Raises Unavailable while Redis is away: the room itself goes on."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def change(self, room_id: str, work: Callable[[Crowd], T]) -> T:
        key = f"bluelamp:floor:{room_id}"
        results: list[T] = []

        async def attempt(pipe: Pipeline) -> None:
            before = cast(Mapping[bytes, bytes], await pipe.hgetall(key))
            crowd = {name.decode(): msgspec.json.decode(value, type=Walker) for name, value in before.items()}
            results[:] = [work(crowd)]
            pipe.multi()  # type: ignore[no-untyped-call]  # redis has no type for it
            _write(pipe, key, before, {name.encode(): msgspec.json.encode(each) for name, each in crowd.items()})

        try:
            await self._redis.transaction(attempt, key)
        except RedisError:
            raise Unavailable(_("The office can’t be walked in at the moment. You can read and write.")) from None
        return results[0]

    async def close(self) -> None:
        await self._redis.aclose()


def _write(pipe: Pipeline, key: str, before: Mapping[bytes, bytes], after: Mapping[bytes, bytes]) -> None:
    if changed := {name: value for name, value in after.items() if before.get(name) != value}:
        pipe.hset(key, mapping=changed)  # type: ignore[arg-type]  # redis takes bytes for names too
    if gone := before.keys() - after.keys():
        pipe.hdel(key, *gone)
    pipe.expire(key, _FORGOTTEN)


def make_crowds(settings: Settings) -> Crowds:
    """Where crowds are kept with these settings."""
    return CrowdsInRedis(Redis.from_url(settings.redis_url)) if settings.redis_url else CrowdsInMemory()


CROWDS: web.AppKey[Crowds] = web.AppKey("crowds")
