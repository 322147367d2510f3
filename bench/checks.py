"""What is asked often, alone on the server's core: the session, the officers' names, a calendar's feed."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from statistics import median

from accounts.models import Person
from accounts.names.checking import check_name
from accounts.names.skeletons import name_skeleton
from accounts.sessions.viewers import viewer_of_token
from bench.cores import on_the_servers_core
from bench.feeds import measure_feed
from bench.fixture import Fixture
from bench.samples import quantile
from bench.sizes import Size
from foundation import clock, database
from foundation.errors import Invalid
from foundation.ids import new_id
from foundation.permissions import Role
from foundation.settings import Settings
from server.models import MODELS
from tests.accounts.names.real_names import officers_names, ordinary_names

_TOGETHER = 200
_NAMES = 500


@dataclass(frozen=True)
class Check:
    """Medians over the rounds, in milliseconds."""

    name: str
    median: float
    p99: float
    cpu: float


async def measure_checks(settings: Settings, fixture: Fixture, size: Size, where: str) -> list[Check]:
    """Ask a database that nobody else uses; `where` names it. Leaves officers in it."""
    with on_the_servers_core():
        await database.connect(settings, MODELS)
        try:
            token = cycle(fixture.people.tokens[:50])
            session = await _measure(lambda: viewer_of_token(next(token)), size)
            await _serve(officers_names(size.officers))
            name = cycle(ordinary_names(_NAMES))
            named = await _measure(lambda: _check(next(name)), size)
            feeds = await measure_feed(fixture)
        finally:
            await database.close()
    return [
        Check(f"Session check, {where}", *session),
        Check(f"Name check beside {size.officers:,} officers, {where}", *named),
        *(Check(f"{name}, {where}", *took) for name, took in feeds.items()),
    ]


async def _check(name: str) -> None:
    try:
        await check_name(name)
    except Invalid:
        return


async def _serve(names: Sequence[str]) -> None:
    now = clock.now()
    rows = [
        Person(id=new_id(), name=name, name_skeleton=name_skeleton(name), role=Role.OFFICER, created_at=now)
        for name in names
    ]
    await Person.bulk_create(rows, batch_size=1000)
    # A server that runs for a day has counted its rows; without it PostgreSQL plans for a table of none.
    await database.connection().execute_query("ANALYZE")


async def _measure(act: Callable[[], Awaitable[object]], size: Size) -> tuple[float, float, float]:
    await _round(act, size.seconds / 5)
    rounds = [await _round(act, size.seconds / 2) for _round_ in range(size.rounds)]
    return (
        median(quantile(took, 0.5) for took, _cpu in rounds) * 1000,
        median(quantile(took, 0.99) for took, _cpu in rounds) * 1000,
        median(cpu / len(took) for took, cpu in rounds) * 1000,
    )


async def _round(act: Callable[[], Awaitable[object]], seconds: float) -> tuple[list[float], float]:
    """Seconds of each, one after the other, and this process's processor time for all."""
    took: list[float] = []
    began, cpu = time.perf_counter(), time.process_time()
    while (start := time.perf_counter()) < began + seconds:
        for _one in range(_TOGETHER):
            await act()
            now = time.perf_counter()
            took.append(now - start)
            start = now
    return took, time.process_time() - cpu
