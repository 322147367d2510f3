"""Forums at full size: filled, served on one core, asked, and the table of what it cost."""

from dataclasses import dataclass
from pathlib import Path

from bench import databases
from bench.forums.filling import Filled, fill_forums
from bench.forums.loads import ForumLoads
from bench.forums.sizes import FULL, SMALL, TENTH, ForumSize
from bench.progress import say
from bench.samples import Figure
from bench.serving import serving
from foundation.settings import Settings
from tests.running.server_process import Server


@dataclass(frozen=True)
class ForumFigures:
    """What one database came to. `took` is the filling, in seconds; `kilobytes` the server's memory at the end."""

    where: str
    size: ForumSize
    took: float
    kilobytes: int
    figures: list[Figure]

    @property
    def lost(self) -> dict[str, int]:
        """What was not answered as it should be, by its load."""
        return {each.name: each.lost for each in self.figures if each.lost}


async def measure_forums(folder: Path, *, small: bool, with_postgres: bool) -> list[ForumFigures]:
    """A tenth of the forums on SQLite, all of them on PostgreSQL where it is measured; `small`: hardly any."""
    found = [await _on(databases.sqlite(folder, "forums"), SMALL if small else TENTH, folder, "SQLite")]
    if with_postgres:
        async with databases.postgres() as settings:
            found.append(await _on(settings, SMALL if small else FULL, folder, "PostgreSQL"))
    return found


async def _on(settings: Settings, size: ForumSize, folder: Path, where: str) -> ForumFigures:
    say(f"Filling forums, {where}: {size.topics:,} topics, {size.replies:,} replies, {size.people:,} people")
    filled = await fill_forums(settings, size)
    with serving(settings, folder) as server:
        return await _measured(server, filled, size, where)


async def _measured(server: Server, filled: Filled, size: ForumSize, where: str) -> ForumFigures:
    loads = ForumLoads(server, filled, size, where)
    figures = [figure async for figure in loads.figures()]
    return ForumFigures(where, size, filled.took, loads.kilobytes(), figures)
