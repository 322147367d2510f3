"""Writing what others see: one transaction, then the telling, whoever goes away meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import structlog
from aiohttp import web

from foundation.database import atomic

log = structlog.get_logger("live")
T = TypeVar("T")
Tell = Callable[[web.Application], Awaitable[None]]


async def written(work: Callable[[], Awaitable[T]], tellings: Callable[[T], Iterable[Awaitable[None]]]) -> T:
    """Run `work` in a transaction, then what is to be told of its result, one after another; gives the result.

    `work` may run twice, where another transaction was in its way: it changes nothing but the database. The whole runs
    shielded: a person whose connection breaks after the commit must not keep others from hearing of it.
    """
    return await asyncio.shield(asyncio.ensure_future(_written(work, tellings)))


async def told(telling: Awaitable[None]) -> None:
    """What is committed is committed: the answer does not hang on whether others heard of it."""
    try:
        await telling
    except Exception:  # whatever it was, the answer must not say that nothing was written
        log.exception("telling_failed")


async def _written(work: Callable[[], Awaitable[T]], tellings: Callable[[T], Iterable[Awaitable[None]]]) -> T:
    result = await atomic(work)
    for telling in tellings(result):
        await told(telling)
    return result
