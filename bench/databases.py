"""The databases that are measured: SQLite in a file on the disk, and a PostgreSQL that flushes as a real one does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from foundation.settings import Settings
from tests.parts import postgres_programs
from tests.running.postgres import running_postgres

_SECRET = "a-secret-key-that-only-the-bench-has-ever-seen"


def sqlite(folder: Path) -> Settings:
    return _settings(f"sqlite://{folder}/bench.sqlite3")


def has_postgres() -> bool:
    return postgres_programs() is not None


@asynccontextmanager
async def postgres() -> AsyncIterator[Settings]:
    """For as long as the block lasts."""
    with running_postgres(durable=True) as cluster:
        yield _settings(await asyncio.to_thread(cluster.create, "bench"))


def _settings(url: str) -> Settings:
    return Settings(database_url=url, secret_key=_SECRET, limits=False)
