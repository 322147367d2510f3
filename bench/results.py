"""`python -m bench.results`: how long the page of a result takes. Promised: 20 milliseconds.

A hundred options, and three tiers of voters; the page is asked for by one reader after another, signed out and signed
in, over HTTP, of a server process of its own on SQLite, and of one on PostgreSQL.
"""

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import aiohttp
import uvloop

from bench import databases, machine
from bench.area import find_area
from bench.cores import stay_off_the_servers_core
from bench.fixture import Fixture, fill
from bench.progress import say
from bench.samples import quantile
from bench.serving import serving
from bench.sizes import FULL, Size
from bench.votes import COUNTED_OPTIONS, add_counted
from foundation.cookies import cookie_name
from foundation.settings import Settings
from tests.running.server_process import ROOT, Server

ALLOWED = 20.0
"""Milliseconds in which 99 of 100 pages are to be there."""
_ASKED_A_SECOND = 60
_RESIDENTS = 20


@dataclass(frozen=True)
class Serving:
    """One address: milliseconds of the first request of it, and of those after it. `page`: it is what is promised."""

    name: str
    first: float
    median: float
    p99: float
    page: bool


async def measure_results(
    server: Server, settings: Settings, fixture: Fixture, round_id: str, size: Size, where: str
) -> list[Serving]:
    """The page first, signed out and in, then what is taken away, and the same as JSON.

    What a server gives in its first seconds stands apart: it opens its connections then, and every job runs first.
    """
    say(f"Results, {where}")
    many, page = max(2, int(_ASKED_A_SECOND * size.seconds)), f"/rounds/{round_id}/results"
    addresses = {"the page": page, **{f"as {ending}": f"{page}.{ending}" for ending in ("svg", "png", "csv")}}
    addresses["as JSON"] = f"/api/v1{page}"
    cookies = {cookie_name(settings): fixture.people.tokens[0]}
    async with aiohttp.ClientSession(server.url) as out, aiohttp.ClientSession(server.url, cookies=cookies) as signed:
        asked = [(name, out, path) for name, path in addresses.items()]
        asked.insert(1, ("the page, signed in", signed, page))
        begun = await _measured(out, page, many, f"the page, in the first seconds, {where}", page=False)
        return [
            begun,
            *[
                await _measured(session, path, many, f"{name}, {where}", page=path == page)
                for name, session, path in asked
            ],
        ]


async def _measured(session: aiohttp.ClientSession, path: str, many: int, name: str, *, page: bool) -> Serving:
    took = []
    for _time in range(many):
        began = time.perf_counter()
        async with session.get(path) as answer:
            await answer.read()
            answer.raise_for_status()
        took.append((time.perf_counter() - began) * 1000)
    return Serving(name, took[0], median(took[1:]), quantile(took[1:], 0.99), page)


def results(measured: Sequence[Serving]) -> Iterator[str]:
    """The table, in Markdown."""
    yield ""
    yield f"| A result of {COUNTED_OPTIONS} options, ms | first | median | p99 |"
    yield "| --- | ---: | ---: | ---: |"
    for each in measured:
        yield f"| {each.name} | {each.first:.1f} | {each.median:.1f} | {each.p99:.1f} |"
    yield ""
    yield f"Wanted of the page: {ALLOWED:.0f} ms."


async def _on(settings: Settings, folder: Path, where: str) -> list[Serving]:
    fixture = await fill(settings, find_area(real=False), _RESIDENTS, folder)
    round_id = await add_counted(settings, fixture)
    with serving(settings, folder) as server:
        return await measure_results(server, settings, fixture, round_id, FULL, where)


async def _on_both(folder: Path) -> list[Serving]:
    measured = await _on(databases.sqlite(folder), folder, "SQLite")
    if databases.has_postgres():
        async with databases.postgres() as settings:
            measured += await _on(settings, folder, "PostgreSQL")
    return measured


def main() -> int:
    """Print the table; 1 where the page takes longer than is promised."""
    stay_off_the_servers_core()
    # Beside the tree, as `python -m bench`: on a real disk.
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as folder:
        print(*machine.describe(Path(folder), "with PostgreSQL"), sep="  \n")
        measured = uvloop.run(_on_both(Path(folder)))
    print(*results(measured), sep="\n")
    return int(any(each.page and each.p99 > ALLOWED for each in measured))


if __name__ == "__main__":
    sys.exit(main())
