"""`python -m bench.forums`: fills forums, measures them and prints the tables; exit status 1 if anything was lost."""

import sys
import tempfile
from pathlib import Path

import click
import uvloop

from bench import databases, machine
from bench.cores import stay_off_the_servers_core
from bench.forums.measuring import ForumFigures, measure_forums
from bench.forums.table import forums
from tests.running.server_process import ROOT


@click.command()
@click.option("--small", is_flag=True, help="A few seconds, to see that everything runs; the figures mean little.")
@click.option("--postgres/--no-postgres", default=True, help="On PostgreSQL at full size too: five minutes of filling.")
def main(small: bool, postgres: bool) -> None:
    """Measure forums that are as full as after years, on one core."""
    stay_off_the_servers_core()
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as folder:
        measured = uvloop.run(_measure(Path(folder), small, postgres))
    lost = [f"{name}: {count}" for each in measured for name, count in each.lost.items()]
    for each in lost:
        print(f"Lost: {each}", file=sys.stderr)
    sys.exit(1 if lost else 0)


async def _measure(folder: Path, small: bool, postgres: bool) -> list[ForumFigures]:
    with_postgres = postgres and databases.has_postgres()
    about = "with PostgreSQL" if with_postgres else "PostgreSQL not measured"
    print(*machine.describe(folder, about), sep="  \n")
    measured = await measure_forums(folder, small=small, with_postgres=with_postgres)
    print(*forums(measured), sep="\n")
    return measured


if __name__ == "__main__":
    main()
