"""Writing to forums: one transaction, then the telling, whoever goes away meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import structlog
from aiohttp import web

from forums import broadcast
from forums.following.telling.teller import tell_followers_soon
from foundation.database import atomic

log = structlog.get_logger("live")
T = TypeVar("T")
Tell = Callable[[web.Application], Awaitable[None]]


@dataclass(frozen=True)
class Change(Generic[T]):
    """What a transaction did: its result, the topics of which readers see something else now, and what else is told.

    `forums` are those whose lists of topics show something else.
    """

    result: T
    topics: Sequence[str] = ()
    forums: Sequence[str] = ()
    tell: Sequence[Tell] = ()


async def write(app: web.Application, work: Callable[[], Awaitable[Change[T]]]) -> T:
    """Run `work` in a transaction, tell after the commit, give its result.

    `work` may run twice, where another transaction was in its way: it changes nothing but the database. The whole runs
    shielded: a person whose connection breaks after the commit must not keep others from hearing of it.
    """
    return await asyncio.shield(asyncio.ensure_future(_write(app, work)))


async def _write(app: web.Application, work: Callable[[], Awaitable[Change[T]]]) -> T:
    change = await atomic(work)
    tell_followers_soon(app)
    await _told(broadcast.changed(app, change.topics, change.forums))
    for tell in change.tell:
        await _told(tell(app))
    return change.result


async def _told(telling: Awaitable[None]) -> None:
    """What is committed is committed: the answer does not hang on whether others heard of it."""
    try:
        await telling
    except Exception:  # whatever it was, the answer must not say that nothing was written
        log.exception("telling_failed")
