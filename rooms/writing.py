"""Writing to a room: one transaction, then the telling, in the order of the log, whoever goes away meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from aiohttp import web

from foundation.database import atomic
from rooms import broadcast
from rooms.log import Row

T = TypeVar("T")
Tell = Callable[[web.Application], Awaitable[None]]

_locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()


@dataclass(frozen=True)
class Change(Generic[T]):
    """What a transaction did: its result, the entries it appended, and what else is to be told after the commit."""

    result: T
    rows: Sequence[Row] = ()
    tell: Sequence[Tell] = ()


async def write(app: web.Application, room_id: str, work: Callable[[], Awaitable[Change[T]]]) -> T:
    """Run `work` in a transaction, tell after the commit, give its result.

    A lock a room keeps this process from telling entry 6 before entry 5. The whole runs shielded: a person whose
    connection breaks after the commit must not keep the others from hearing of it.
    """
    return await asyncio.shield(asyncio.ensure_future(_write(app, room_id, work)))


async def _write(app: web.Application, room_id: str, work: Callable[[], Awaitable[Change[T]]]) -> T:
    async with _locks.setdefault(room_id, asyncio.Lock()):
        change = await atomic(work)
        await broadcast.entries_added(app, room_id, change.rows)
    for tell in change.tell:
        await tell(app)
    return change.result
