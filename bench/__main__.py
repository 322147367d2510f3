"""`python -m bench`: measures everything and prints the tables; exit status 1 if anything was lost."""

import logging
import sys
import tempfile
from pathlib import Path

import click
import uvloop

from bench import databases, listening, machine, message, risk, screening, table, tallying
from bench.area import Area, find_area
from bench.checks import Check, measure_checks
from bench.cores import stay_off_the_servers_core
from bench.crowd import CrowdFigure
from bench.fixture import Fixture, fill
from bench.forums.measuring import measure_forums
from bench.forums.table import forums
from bench.loads import Loads
from bench.priorities import Priorities
from bench.progress import say
from bench.queue import measure_queue
from bench.samples import Figure
from bench.serving import serving
from bench.signing_in import HeldUp
from bench.sizes import FULL, SMALL, Size
from bench.voting import Voting
from foundation import logs
from foundation.settings import Settings
from tests.running.server_process import ROOT


@click.command()
@click.option("--small", is_flag=True, help="A few seconds, to see that everything runs; the figures mean little.")
def main(small: bool) -> None:
    """Measure speed and cost of one server process on one core."""
    size = SMALL if small else FULL
    stay_off_the_servers_core()
    # What is measured in this process asks for pages by the thousand: a line for each would drown the tables.
    logs.configure(logging.WARNING)
    # Beside the tree, not in a memory file system: durable messages are flushed to a real disk.
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as folder:
        lost = uvloop.run(_measure(size, Path(folder)))
    print(*risk.table(), *listening.table(), *screening.times_table(), *tallying.tallying(small=small), sep="\n")
    for each in lost:
        print(f"Lost: {each}", file=sys.stderr)
    sys.exit(1 if lost else 0)


async def _measure(size: Size, folder: Path) -> list[str]:
    """Prints the tables; gives what was lost, by where."""
    area = find_area(real=size.real_area)
    with_postgres = size.postgres and databases.has_postgres()
    about = "with PostgreSQL" if with_postgres else "PostgreSQL not measured"
    print(*machine.describe(folder, about), sep="  \n")
    priorities = Priorities()
    figures, crowds, held_up, voting, checks = await _on_sqlite(size, area, folder, priorities)
    if with_postgres:
        on_postgres, more_checks = await _on_postgres(size, area, folder, priorities)
        figures, checks = figures + on_postgres, checks + more_checks
    forum_figures = await measure_forums(folder, small=size is SMALL, with_postgres=with_postgres)
    rooms = (*table.crowds(crowds), *table.held_up(held_up), *table.voting(voting))
    print(*table.figures(figures), *rooms, *table.checks([*checks, *message.parts()]), *forums(forum_figures), sep="\n")
    print(*priorities.table(), sep="\n")
    losses = {each.name: each.lost for each in [*figures, *priorities.ballots]}
    losses |= {f"{each.residents} residents in a room": each.lost for each in crowds}
    losses |= {"a room in which people sign in": held_up.lost, "a room in which everybody votes": voting.lost}
    for each in forum_figures:
        losses |= each.lost
    return [f"{name}: {lost}" for name, lost in losses.items() if lost]


async def _on_sqlite(
    size: Size, area: Area, folder: Path, priorities: Priorities
) -> tuple[list[Figure], list[CrowdFigure], HeldUp, Voting, list[Check]]:
    settings = databases.sqlite(folder)
    fixture = await _fill(settings, size, area, folder)
    print(*table.imports(fixture), sep="\n")
    with serving(settings, folder) as server:
        loads = Loads(server, fixture, size)
        figures = [figure async for figure in loads.pages()]
        figures += [figure async for figure in loads.messages("SQLite")]
    # A server of its own, so that the memory of a connection is not hidden by what was freed before.
    with serving(settings, folder) as server:
        loads = Loads(server, fixture, size)
        crowds = [figure async for figure in loads.crowds()]
        held_up = await loads.held_up()
        voting = await loads.voting()
        print(*table.walking(await loads.walking()), sep="\n")
    await priorities.measure(settings, fixture, size, folder, "SQLite")
    return figures, crowds, held_up, voting, await _checks(settings, fixture, size, "SQLite")


async def _on_postgres(
    size: Size, area: Area, folder: Path, priorities: Priorities
) -> tuple[list[Figure], list[Check]]:
    async with databases.postgres() as settings:
        fixture = await _fill(settings, size, area, folder)
        with serving(settings, folder) as server:
            figures = [figure async for figure in Loads(server, fixture, size).messages("PostgreSQL")]
        await priorities.measure(settings, fixture, size, folder, "PostgreSQL")
        return figures, await _checks(settings, fixture, size, "PostgreSQL")


async def _checks(settings: Settings, fixture: Fixture, size: Size, where: str) -> list[Check]:
    asked = await measure_checks(settings, fixture, size, where)
    said = await message.measure_message(settings, fixture, size, where)
    return asked + said + await measure_queue(settings, fixture, size, where)


async def _fill(settings: Settings, size: Size, area: Area, folder: Path) -> Fixture:
    say("Importing, and filling a fresh database")
    residents = max(100, *size.residents)
    return await fill(settings, area, residents, folder)


if __name__ == "__main__":
    main()
