"""Writing to a room: one transaction, then the telling, in the order of the log, whoever goes away meanwhile.

What comes in while a transaction runs goes into the next one together: in a lively room they share one flush to the
disk and one reading of what is to be told.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from weakref import WeakValueDictionary

from aiohttp import web

from foundation import language
from foundation.database import atomic
from foundation.writing import Tell as Tell  # what a Change is made of
from foundation.writing import told
from rooms import broadcast
from rooms.log import Row

T = TypeVar("T")

_MOST_TOGETHER = 32
"""Writes in one transaction: few enough that others who want the database wait for milliseconds only."""


@dataclass(frozen=True)
class Change(Generic[T]):
    """What a transaction did: its result, the entries it appended, and what else is to be told after the commit."""

    result: T
    rows: Sequence[Row] = ()
    tell: Sequence[Tell] = ()


@dataclass(eq=False)
class _Turn(Generic[T]):
    """Somebody's work that waits for its transaction, and what became of it."""

    work: Callable[[], Awaitable[Change[T]]]
    language: str = field(default_factory=language.current)
    change: Change[T] | None = None
    error: Exception | None = None

    @property
    def is_over(self) -> bool:
        return self.change is not None or self.error is not None

    async def run(self) -> Change[T]:
        """The work, in the language of who asked for it."""
        with language.speaking(self.language):
            return await self.work()


class _Line:
    """Those who wait to write to one room."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting: list[_Turn[Any]] = []

    def first(self) -> list[_Turn[Any]]:
        """Those whose turn it is now, the longest waiting first."""
        self.waiting = [turn for turn in self.waiting if not turn.is_over]
        return self.waiting[:_MOST_TOGETHER]


_lines: WeakValueDictionary[str, _Line] = WeakValueDictionary()


async def write(app: web.Application, room_id: str, work: Callable[[], Awaitable[Change[T]]]) -> T:
    """Run `work` in a transaction, tell after the commit, give its result.

    `work` may run twice, when it shared a transaction that failed: it changes nothing but the database. A lock a room
    keeps this process from telling entry 6 before entry 5. The whole runs shielded: a person whose connection breaks
    after the commit must not keep the others from hearing of it.
    """
    return await asyncio.shield(asyncio.ensure_future(_write(app, room_id, work)))


async def _write(app: web.Application, room_id: str, work: Callable[[], Awaitable[Change[T]]]) -> T:
    line = _lines.setdefault(room_id, _Line())
    turn = _Turn(work)
    line.waiting.append(turn)
    async with line.lock:
        # Whoever had the lock before may have taken this turn along.
        while not turn.is_over:
            await _run(app, room_id, line.first())
    if turn.change is None:
        raise turn.error or AssertionError("a turn that is over has a change or an error")
    for tell in turn.change.tell:
        await told(tell(app))
    return turn.change.result


async def _run(app: web.Application, room_id: str, turns: Sequence[_Turn[Any]]) -> None:
    """One transaction for all; where it fails, one for each, so that nobody fails for another's sake."""
    try:
        changes = await atomic(lambda: _together(turns))
        for turn, change in zip(turns, changes, strict=True):
            turn.change = change
    except Exception as error:  # it is raised again where its own turn waits for it
        if len(turns) == 1:
            turns[0].error = error
            return
        for turn in turns:
            await _run(app, room_id, [turn])
        return
    await told(broadcast.entries_added(app, room_id, [row for change in changes for row in change.rows]))


async def _together(turns: Sequence[_Turn[Any]]) -> list[Change[Any]]:
    return [await turn.run() for turn in turns]
