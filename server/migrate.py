"""Bringing the database up to date: one linear history of all tables, safe to run twice at once."""

import asyncio
import fcntl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
from tortoise.migrations.executor import MigrationExecutor, PlanStep

from foundation import database
from foundation.settings import Settings
from server.migration_state import look_back_lazily
from server.models import MODELS

Progress = Callable[[str], None]
_LOCK = 0x626C7565
"""Ours among PostgreSQL's advisory locks."""


async def migrate(settings: Settings, say: Progress = lambda line: None) -> None:
    """Apply what is missing. A second one that runs at the same time waits, and then finds nothing to do."""
    async with _alone(settings):
        await database.connect(settings, MODELS)
        try:
            await _executor().migrate(
                direction="forward",
                progress=lambda event, _app, name: say(f"{name}: {event.removeprefix('apply_')}"),
            )
        finally:
            await database.close()


async def pending() -> list[PlanStep]:
    """The migrations that this database lacks; the database must be connected."""
    return await _executor().plan()


def last_migration() -> str:
    """The name of the newest migration that this program knows."""
    return max(path.stem for path in Path(__file__).with_name("migrations").glob("[0-9]*.py"))


def _executor() -> MigrationExecutor:
    look_back_lazily()
    apps = {database.APP: {"models": list(MODELS), "migrations": "server.migrations"}}
    return MigrationExecutor(database.connection(), apps)


@asynccontextmanager
async def _alone(settings: Settings) -> AsyncIterator[None]:
    path = database.sqlite_path(settings.database_url)
    if path is not None:
        async with _file_lock(path.with_name(path.name + ".migrating")):
            yield
        return
    credentials = database.configuration(settings, MODELS)["connections"]["default"]["credentials"]
    known = {name: credentials[name] for name in ("host", "port", "user", "database")}
    holder = await asyncpg.connect(**known, password=credentials["password"] or None)
    try:
        await holder.execute("SELECT pg_advisory_lock($1)", _LOCK)
        yield
    finally:
        await holder.close()


@asynccontextmanager
async def _file_lock(path: Path) -> AsyncIterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        await asyncio.to_thread(fcntl.flock, file, fcntl.LOCK_EX)
        yield
