"""Databases of before, filled and brought up to date once a run: a test's own is a copy, for all of that takes long."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from foundation.settings import Settings
from server.migrate import migrate
from tests.running.postgres import Cluster, new_name
from tests.running.schema import settings_for

Fill = Callable[[Settings], Awaitable[None]]


@dataclass
class OldDatabases:
    """Those that were brought up to date in `folder`, and in PostgreSQL under the names here."""

    folder: Path
    _names: dict[str, str] = field(default_factory=dict)

    def copy_file(self, fill: Fill, to: Path) -> str:
        """Put an SQLite database at `to`, as `fill` left it and today's migrations made it; gives its address."""
        made = self.folder / f"{fill.__name__}.sqlite3"
        if not made.exists():
            asyncio.run(_bring_up_to_date(fill, f"sqlite://{made}"))
        shutil.copyfile(made, to)
        return f"sqlite://{to}"

    @contextmanager
    def lent(self, fill: Fill, cluster: Cluster) -> Iterator[str]:
        """The address of such a database on PostgreSQL, for as long as the block lasts."""
        if fill.__name__ not in self._names:
            made = new_name()
            asyncio.run(_bring_up_to_date(fill, cluster.create(made)))
            self._names[fill.__name__] = made
        name = new_name()
        yield cluster.create(name, template=self._names[fill.__name__])
        cluster.drop(name)


async def _bring_up_to_date(fill: Fill, url: str) -> None:
    settings = settings_for(url)
    await fill(settings)
    await migrate(settings)
