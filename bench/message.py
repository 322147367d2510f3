"""What one message asks of the server, and what its screening costs: each part alone, on the server's core."""

import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle
from statistics import median
from typing import Any

from aiohttp import web

from accounts.sessions.viewers import viewer_of_token
from bench import words
from bench.checks import Check
from bench.cores import on_the_servers_core
from bench.fixture import Fixture
from bench.samples import quantile
from bench.sizes import Size
from foundation import database
from foundation.client_ids import new_client_id
from foundation.settings import Settings
from foundation.text import render_text
from moderation.repetition.keys import keys_of
from moderation.screening import screen
from moderation.sealed.digests import Digests, HashedTerm, digest_of
from moderation.sealed.keys import SealingKey
from rooms.messages.drafts import Draft
from rooms.messages.service import post_message
from server.app import create_app
from server.models import MODELS

_TIMES = 300
_ASKS = ("execute_query", "execute_query_dict", "execute_insert", "execute_many")
_KEY = SealingKey("a-key-of-which-only-the-bench-has-ever-heard")
_SEALED = ("Blodwen Pugh", "Heol y Bryn", "Ysgol Bryn")


async def measure_message(settings: Settings, fixture: Fixture, size: Size, where: str) -> list[Check]:
    """Say things in a room one after the other, as their events do; how often the database is asked is in the name."""
    with on_the_servers_core():
        await database.connect(settings, MODELS)
        try:
            # Without the model, which has a bench of its own: see `bench.risk`.
            app, room = create_app(replace(settings, model="off")), fixture.surgeries.one
            token = cycle(fixture.people.tokens[:50])
            await _say(app, room, next(token))
            with _counting() as asked:
                await _say(app, room, next(token))
            said = await _measure(lambda: _say(app, room, next(token)), max(20, int(_TIMES * size.seconds / 5)))
        finally:
            await database.close()
    return [Check(f"A message, {len(asked)} queries, {where}", *said)]


def parts() -> list[Check]:
    """The work of a message that asks no database, on what people say in the load: no longer than it need be."""
    pugh = [HashedTerm("case", "force", digest_of(_KEY, *_forms(term)), len(term.split())) for term in _SEALED]
    sealed = Digests(_KEY, pugh)
    ways: dict[str, Callable[[str], object]] = {
        "Screening of a message": screen,
        "Keys of what is said again": keys_of,
        "Sealed names, where there is a case": lambda text: sealed.cases_in(text, "force"),
        "Drawing of a message": render_text,
    }
    with on_the_servers_core():
        return [Check(name, *_timed(way)) for name, way in ways.items()]


async def _say(app: web.Application, room: str, token: str) -> None:
    viewer = await viewer_of_token(token)
    if viewer is None:
        raise LookupError("nobody has this token")
    await post_message(app, viewer, room, Draft(new_client_id(), words.said()))


@contextmanager
def _counting() -> Iterator[list[str]]:
    """The statements that are asked meanwhile; what begins and ends a transaction is none."""
    asked: list[str] = []
    kind = next(kind for kind in type(database.connection()).__mro__ if _ASKS[0] in vars(kind))
    before: dict[str, Any] = {name: getattr(kind, name) for name in _ASKS}
    for name, way in before.items():
        setattr(kind, name, _noting(way, asked))
    try:
        yield asked
    finally:
        for name, way in before.items():
            setattr(kind, name, way)


def _noting(way: Any, asked: list[str]) -> Any:
    async def ask(client: Any, statement: str, *values: Any, **more: Any) -> Any:
        asked.append(statement)
        return await way(client, statement, *values, **more)

    return ask


def _forms(term: str) -> tuple[str, str]:
    plain = term.lower().replace(" ", "")
    return plain, plain.replace("i", "l")


async def _measure(act: Callable[[], Awaitable[None]], times: int) -> tuple[float, float, float]:
    took: list[float] = []
    cpu = time.process_time()
    for _time in range(times):
        began = time.perf_counter()
        await act()
        took.append(time.perf_counter() - began)
    return _figures(took, time.process_time() - cpu)


def _timed(way: Callable[[str], object]) -> tuple[float, float, float]:
    way(words.said())
    took: list[float] = []
    for _time in range(_TIMES):
        began = time.thread_time()
        way(words.said())
        took.append(time.thread_time() - began)
    return _figures(took, sum(took))


def _figures(took: Sequence[float], cpu: float) -> tuple[float, float, float]:
    return median(took) * 1000, quantile(took, 0.99) * 1000, cpu / len(took) * 1000
