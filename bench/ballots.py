"""`python -m bench.ballots`: two hundred ballots a second, cast by JSON in a real server, on PostgreSQL."""

import asyncio
import random
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import aiohttp
import uvloop

from bench import databases, table
from bench.area import find_area
from bench.cores import on_the_servers_core, stay_off_the_servers_core
from bench.fixture import Fixture, fill
from bench.process import Meter
from bench.samples import Figure, figure_of, round_of
from bench.sizes import FULL, Size
from foundation import clock, database
from foundation.ids import new_id
from foundation.settings import Settings
from priorities.models import Phase, Proposal, ProposalState, Round
from priorities.phases import BEGINS, ORDER
from priorities.rounds.moving_service import move_rounds
from server.app import create_app
from server.models import MODELS
from tests.running.server_process import ROOT, running_server

JSON = dict[str, Any]
RATE = 200
"""Ballots a second, whether the ones before were answered or not."""
ALLOWED = 30.0
"""Milliseconds in which 99 of 100 are to be answered."""
_OPTIONS = 30
_RESIDENTS = 500


@asynccontextmanager
async def connected(settings: Settings) -> AsyncIterator[None]:
    await database.connect(settings, MODELS)
    try:
        yield
    finally:
        await database.close()


async def open_round(settings: Settings, fixture: Fixture) -> tuple[str, list[str]]:
    """A round in its vote, in the neighbourhood where the residents of the load live: its id and its options."""
    now, people = clock.now(), fixture.people
    place: JSON = {"force_id": str(people.officer.force), "neighbourhood_id": fixture.area.home}
    dates: JSON = {
        BEGINS[each]: now + timedelta(days=step) for step, each in enumerate(ORDER, -ORDER.index(Phase.VOTE))
    }
    async with connected(settings):
        about: JSON = {"id": new_id(), "title": "The load", "phase": Phase.SCHEDULED, "created_at": now}
        made = await Round.create(created_by_id=str(people.officer.id), **about, **place, **dates)
        options = [new_id() for _option in range(_OPTIONS)]
        await Proposal.bulk_create(_proposal(option, str(made.id), str(people.officer.id), place) for option in options)
        await move_rounds(create_app(settings))
    return str(made.id), options


def _proposal(option: str, round_id: str, author: str, place: JSON) -> Proposal:
    words = {"title": f"Proposal {option}", "what": "It happens.", "html": "<p>It happens.</p>"}
    made = {"created_at": clock.now(), "state": ProposalState.PUBLISHED}
    return Proposal(id=option, client_id=option, round_id=round_id, author_id=author, **made, **words, **place)


async def measure_ballots(
    url: str, pid: int, tokens: Sequence[str], round_id: str, options: Sequence[str], size: Size
) -> Figure:
    """Cast by everybody in turn, so that most of the ballots are changed ones."""
    voters, rounds = cycle(tokens), []
    async with aiohttp.ClientSession(url, connector=aiohttp.TCPConnector(limit=0)) as session:

        async def cast(token: str, after: float, took: list[float]) -> None:
            await asyncio.sleep(after)
            began = time.perf_counter()
            body = {"choices": random.sample(options, 3)}
            headers = {"Authorization": f"Bearer {token}"}
            async with session.put(f"/api/v1/rounds/{round_id}/ballot", json=body, headers=headers) as answer:
                await answer.read()
            if answer.status == 200:
                took.append(time.perf_counter() - began)

        for _round in range(size.rounds):
            took: list[float] = []
            meter, many = Meter(pid), int(RATE * size.seconds)
            await asyncio.gather(*(cast(next(voters), number / RATE, took) for number in range(many)))
            rounds.append(round_of(took, many, meter))
    return figure_of(f"Ballots cast, {RATE} a second, PostgreSQL", rounds)


async def _main(folder: Path, size: Size) -> Figure:
    async with databases.postgres() as settings:
        fixture = await fill(settings, find_area(real=False), _RESIDENTS, folder)
        round_id, options = await open_round(settings, fixture)
        with on_the_servers_core():
            serving = running_server(settings=settings, folder=folder, BLUELAMP_LIMITS="off")
            server = serving.__enter__()
        try:
            return await measure_ballots(server.url, server.process.pid, fixture.people.tokens, round_id, options, size)
        finally:
            serving.__exit__(None, None, None)


def main() -> None:
    """Print the figure, and what is wanted."""
    stay_off_the_servers_core()
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as folder:
        measured = uvloop.run(_main(Path(folder), FULL))
    print(*table.figures([measured]), f"Wanted: {ALLOWED:.0f} ms at p99.", sep="\n")


if __name__ == "__main__":
    main()
