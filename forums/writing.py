"""Writing to forums: one transaction, then the telling, whoever goes away meanwhile."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from aiohttp import web

from forums import broadcast
from forums.following.telling.teller import tell_followers_soon
from foundation.writing import Tell as Tell  # what a Change is made of
from foundation.writing import written

T = TypeVar("T")


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
    """Run `work` as `foundation.writing.written` does, tell of its change, give its result."""
    return (await written(work, lambda change: _tellings(app, change))).result


def _tellings(app: web.Application, change: Change[T]) -> Iterator[Awaitable[None]]:
    tell_followers_soon(app)
    yield broadcast.changed(app, change.topics, change.forums)
    yield from (tell(app) for tell in change.tell)
