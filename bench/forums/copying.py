"""Rows by the hundred thousand: COPY into PostgreSQL, one prepared INSERT into SQLite. Past Tortoise, by its tables."""

import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any, Protocol

import asyncpg
from tortoise.models import Model

from foundation.database import configuration, sqlite_path
from foundation.settings import Settings

_SETTINGS = "SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 2"
_INDEXES = """
SELECT CASE WHEN con.oid IS NULL THEN format('DROP INDEX %I', i.relname)
            ELSE format('ALTER TABLE %I DROP CONSTRAINT %I', t.relname, con.conname) END AS gone,
       CASE WHEN con.oid IS NULL THEN pg_get_indexdef(i.oid)
            ELSE format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, con.conname, pg_get_constraintdef(con.oid))
       END AS back
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
LEFT JOIN pg_constraint con ON con.conindid = i.oid AND con.contype IN ('u', 'p')
WHERE t.relname = ANY($1) AND NOT x.indisprimary
"""


class Columns:
    """The columns of a table that are filled in, and what the others hold: what their model says by itself."""

    def __init__(self, model: type[Model], *given: str) -> None:
        fields = model._meta.fields_map
        others = [name for name in model._meta.db_fields if name not in given]
        self.table = model._meta.db_table
        self.names = (*given, *others)
        self._rest = tuple(None if callable(fields[name].default) else fields[name].default for name in others)

    def rows(self, given: Iterable[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
        """Whole rows of the values that are given, in the order in which the columns were named."""
        return ((*values, *self._rest) for values in given)


class Copier(Protocol):
    """Something that rows are put into."""

    async def copy(self, columns: Columns, given: Iterable[Sequence[Any]]) -> None: ...


@asynccontextmanager
async def copying(settings: Settings, tables: Sequence[str]) -> AsyncIterator[Copier]:
    """Fill tables as long as the block lasts. What orders these `tables` is taken away before and made anew after."""
    path = sqlite_path(settings.database_url)
    if path is not None:
        with sqlite3.connect(path) as lite:
            lite.execute("PRAGMA synchronous = OFF")
            yield _Sqlite(lite)
            lite.commit()
            lite.execute("ANALYZE")
        return
    where = configuration(settings, ())["connections"]["default"]["credentials"]
    grown = await asyncpg.connect(host=where["host"], port=where["port"], user=where["user"],
                                  database=where["database"], password=where["password"])  # fmt: skip
    try:
        await grown.execute(_SETTINGS)
        indexes = await grown.fetch(_INDEXES, list(tables))
        for index in indexes:
            await grown.execute(index["gone"])
        yield _Postgres(grown)
        for index in indexes:
            await grown.execute(index["back"])
        # A server that runs for a day has counted its rows; without it PostgreSQL plans for a table of none.
        await grown.execute("VACUUM ANALYZE")
    finally:
        await grown.close()


class _Postgres:
    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    async def copy(self, columns: Columns, given: Iterable[Sequence[Any]]) -> None:
        await self._connection.copy_records_to_table(columns.table, records=columns.rows(given), columns=columns.names)


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def copy(self, columns: Columns, given: Iterable[Sequence[Any]]) -> None:
        marks = ", ".join("?" * len(columns.names))
        names = ", ".join(f'"{name}"' for name in columns.names)
        statement = f'INSERT INTO "{columns.table}" ({names}) VALUES ({marks})'
        self._connection.executemany(statement, (tuple(map(_kept, row)) for row in columns.rows(given)))


def _kept(value: Any) -> Any:
    """As Tortoise keeps a value in SQLite."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value
