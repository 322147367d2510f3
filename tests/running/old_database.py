"""Databases of before, filled and brought up to date once a run: a test's own is a copy, for all of that takes long."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from foundation.settings import Settings
from server.migrate import migrate
from tests.running.once import made_once
from tests.running.postgres import Cluster, new_name
from tests.running.schema import settings_for

Fill = Callable[[Settings], Awaitable[None]]


@dataclass(frozen=True)
class OldDatabases:
    """Those that were brought up to date, in the folder that the processes of the run share and in its PostgreSQL."""

    folder: Path

    def copy_file(self, fill: Fill, to: Path) -> str:
        """Put an SQLite database at `to`, as `fill` left it and today's migrations made it; gives its address."""
        made = self.folder / f"{fill.__name__}.sqlite3"
        made_once(made.with_suffix(".made"), lambda: _make(fill, f"sqlite://{made}"))
        shutil.copyfile(made, to)
        return f"sqlite://{to}"

    @contextmanager
    def lent(self, fill: Fill, cluster: Cluster) -> Iterator[str]:
        """The address of such a database on PostgreSQL, for as long as the block lasts."""
        made_once(cluster.folder / f"{fill.__name__}.made", lambda: _make(fill, cluster.create(fill.__name__)))
        name = new_name()
        yield cluster.create(name, template=fill.__name__)
        cluster.drop(name)


def _make(fill: Fill, url: str) -> None:
    asyncio.run(_bring_up_to_date(fill, url))


async def _bring_up_to_date(fill: Fill, url: str) -> None:
    settings = settings_for(url)
    await fill(settings)
    await migrate(settings)
