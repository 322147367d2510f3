"""Reading at one moment: who writes meanwhile is neither seen nor kept waiting."""

import asyncio
import sqlite3

import asyncpg

from foundation import database as databases
from foundation.settings import Settings
from foundation.snapshot import at_one_moment
from neighbourhoods.models import Force


async def test_what_others_write_meanwhile_is_not_seen_until_the_end(database: Settings):
    await Force.create(id="gwent", name="Gwent")

    async def count_twice() -> tuple[int, int]:
        before = await Force.all().count()
        await _write_beside(database)
        return before, await Force.all().count()

    assert await asyncio.wait_for(at_one_moment(count_twice), timeout=20) == (1, 1)
    assert await Force.all().count() == 2


async def _write_beside(settings: Settings) -> None:
    """As another process does."""
    statement = "INSERT INTO force (id, name) VALUES ('dyfed-powys', 'Dyfed-Powys')"
    if file := databases.sqlite_path(settings.database_url):
        with sqlite3.connect(file, timeout=1) as other:
            other.execute(statement)
        other.close()
        return
    another = await asyncpg.connect(settings.database_url.partition("&maxsize")[0])
    await another.execute(statement)
    await another.close()
