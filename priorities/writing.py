"""Writing to rounds and priorities: one transaction, then the telling, whoever goes away meanwhile."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from aiohttp import web

from foundation.writing import Tell as Tell  # what a Change is made of
from foundation.writing import written
from priorities import broadcast

T = TypeVar("T")


@dataclass(frozen=True)
class Change(Generic[T]):
    """What a transaction did: its result, the rounds and priorities whose readers see something else, what is told."""

    result: T
    rounds: Sequence[str] = ()
    priorities: Sequence[str] = ()
    tell: Sequence[Tell] = ()


async def write(app: web.Application, work: Callable[[], Awaitable[Change[T]]]) -> T:
    """Run `work` as `foundation.writing.written` does, tell of its change, give its result."""
    return (await written(work, lambda change: _tellings(app, change))).result


def _tellings(app: web.Application, change: Change[T]) -> Iterator[Awaitable[None]]:
    yield broadcast.rounds_changed(app, change.rounds)
    yield broadcast.priorities_changed(app, change.priorities)
    yield from (tell(app) for tell in change.tell)
