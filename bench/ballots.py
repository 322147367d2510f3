"""`python -m bench.ballots`: two hundred ballots a second, cast by JSON in a real server, on PostgreSQL.

Each person casts their first ballot, and then another in its place: the two are different work, and measured apart.
"""

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import aiohttp
import uvloop

from bench import databases, machine, table
from bench.area import find_area
from bench.cores import stay_off_the_servers_core
from bench.fixture import Fixture, fill
from bench.process import Meter
from bench.progress import say
from bench.samples import Figure, Round, figure_of, round_of
from bench.serving import serving
from bench.sizes import FULL, Size
from bench.votes import Vote, open_votes
from tests.running.server_process import ROOT, Server

RATE = 200
"""Ballots a second, whether the ones before were answered or not."""
ALLOWED = 30.0
"""Milliseconds in which 99 of 100 are to be answered, on PostgreSQL."""
WANTED = f"Wanted of ballots on PostgreSQL: {ALLOWED:.0f} ms at p99, none lost."
_RESIDENTS = 1000


async def measure_ballots(
    server: Server, fixture: Fixture, votes: Sequence[Vote], size: Size, where: str
) -> list[Figure]:
    """First ballots, and then changed ones, of the same people; the first of `votes` is to warm up."""
    say(f"Ballots, {where}")
    tokens = fixture.people.tokens[: int(RATE * size.seconds)]
    first, changed = [], []
    async with aiohttp.ClientSession(server.url, connector=aiohttp.TCPConnector(limit=0)) as session:
        warm_up, *measured = votes
        await _cast_by_all(session, server.process.pid, tokens[:RATE], warm_up)
        for vote in measured:
            first.append(await _cast_by_all(session, server.process.pid, tokens, vote))
            changed.append(await _cast_by_all(session, server.process.pid, tokens, vote))
    return [
        figure_of(f"First ballots, {RATE} a second, {where}", first),
        figure_of(f"Changed ballots, {RATE} a second, {where}", changed),
    ]


async def _cast_by_all(session: aiohttp.ClientSession, pid: int, tokens: Sequence[str], vote: Vote) -> Round:
    """Each once, at an even pace."""
    took: list[float] = []

    async def cast(token: str, after: float) -> None:
        await asyncio.sleep(after)
        began = time.perf_counter()
        body = {"choices": random.sample(vote.options, 3)}
        headers = {"Authorization": f"Bearer {token}"}
        async with session.put(f"/api/v1/rounds/{vote.id}/ballot", json=body, headers=headers) as answer:
            said = await answer.json()
        if answer.status == 200 and said["receipt"]:
            took.append(time.perf_counter() - began)

    meter = Meter(pid)
    await asyncio.gather(*(cast(token, number / RATE) for number, token in enumerate(tokens)))
    return round_of(took, len(tokens), meter)


async def _measured(folder: Path, size: Size) -> list[Figure]:
    async with databases.postgres() as settings:
        say("Importing, and filling a fresh database")
        fixture = await fill(settings, find_area(real=False), _RESIDENTS, folder)
        votes = await open_votes(settings, fixture, size.rounds + 1)
        with serving(settings, folder) as server:
            return await measure_ballots(server, fixture, votes, size, "PostgreSQL")


def main() -> int:
    """Print the figures, and what is wanted; 1 where that is missed, or a ballot lost."""
    stay_off_the_servers_core()
    # Beside the tree, as `python -m bench`: on a real disk.
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as folder:
        print(*machine.describe(Path(folder), "with PostgreSQL"), sep="  \n")
        measured = uvloop.run(_measured(Path(folder), FULL))
    print(*table.figures(measured), "", WANTED, sep="\n")
    return int(any(each.p99 > ALLOWED or each.lost for each in measured))


if __name__ == "__main__":
    sys.exit(main())
