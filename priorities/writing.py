"""Writing to rounds and priorities: one transaction, then the telling, whoever goes away meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import structlog
from aiohttp import web

from foundation.database import atomic
from priorities import broadcast

log = structlog.get_logger("live")
T = TypeVar("T")
Tell = Callable[[web.Application], Awaitable[None]]


@dataclass(frozen=True)
class Change(Generic[T]):
    """What a transaction did: its result, the rounds and priorities whose readers see something else, what is told."""

    result: T
    rounds: Sequence[str] = ()
    priorities: Sequence[str] = ()
    tell: Sequence[Tell] = ()


async def write(app: web.Application, work: Callable[[], Awaitable[Change[T]]]) -> T:
    """Run `work` in a transaction, tell after the commit, give its result.

    `work` may run twice, where another transaction was in its way: it changes nothing but the database. The whole runs
    shielded: a person whose connection breaks after the commit must not keep others from hearing of it.
    """
    return await asyncio.shield(asyncio.ensure_future(_write(app, work)))


async def _write(app: web.Application, work: Callable[[], Awaitable[Change[T]]]) -> T:
    change = await atomic(work)
    await _told(broadcast.rounds_changed(app, change.rounds))
    await _told(broadcast.priorities_changed(app, change.priorities))
    for tell in change.tell:
        await _told(tell(app))
    return change.result


async def _told(telling: Awaitable[None]) -> None:
    """What is committed is committed: the answer does not hang on whether others heard of it."""
    try:
        await telling
    except Exception:  # whatever it was, the answer must not say that nothing was written
        log.exception("telling_failed")
