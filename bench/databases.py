"""The databases that are measured: SQLite in a file on the disk, and a PostgreSQL that flushes as a real one does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from foundation.settings import Settings
from tests.parts import postgres_programs
from tests.running.postgres import running_postgres

_SECRET = "a-secret-key-that-only-the-bench-has-ever-seen"


def sqlite(folder: Path, name: str = "bench") -> Settings:
    return _settings(f"sqlite://{folder}/{name}.sqlite3")


def has_postgres() -> bool:
    return postgres_programs() is not None


@asynccontextmanager
async def postgres() -> AsyncIterator[Settings]:
    """For as long as the block lasts."""
    # In threads: the cluster's own acts run to their end in a loop of theirs.
    running = running_postgres(durable=True)
    cluster = await asyncio.to_thread(running.__enter__)
    try:
        yield _settings(await asyncio.to_thread(cluster.create, "bench"))
    finally:
        await asyncio.to_thread(running.__exit__, None, None, None)


def _settings(url: str) -> Settings:
    return Settings(database_url=url, secret_key=_SECRET, limits=False)
