"""A database as the first version left it, filled: its tables by the first migration, its rows from a file.

The rows are what the first version wrote while its cast met in a surgery.
"""

import asyncio
import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tortoise.migrations.executor import MigrationExecutor, MigrationTarget

from foundation import database
from foundation.settings import Settings
from server.migration_state import look_back_lazily
from server.models import MODELS

_FILE = Path(__file__).parent.parent / "server" / "first_version.json"
Tables = dict[str, list[dict[str, Any]]]
_APPS = {database.APP: {"models": list(MODELS), "migrations": "server.migrations"}}


@dataclass(frozen=True)
class FirstVersion:
    """What a test may know of it."""

    tables: Tables
    tokens: dict[str, str]
    people: dict[str, str]
    surgery: str
    hidden: str

    @property
    def ended_at(self) -> datetime:
        """When its last act was."""
        return datetime.fromisoformat(max(row["at"] for row in self.tables["audit_entry"]))


def first_version() -> FirstVersion:
    return FirstVersion(**json.loads(_FILE.read_text()))


async def fill_as_first_version(settings: Settings) -> None:
    """Make the tables of the first version in an empty database, and put its rows into them."""
    await fill_at(settings, "0001_initial", first_version().tables)


async def fill_at(settings: Settings, migration: str, tables: Tables) -> None:
    """Bring a database as far as a migration, and put rows into it as SQLite gives them."""
    await database.connect(settings, MODELS)
    try:
        look_back_lazily()
        executor = MigrationExecutor(database.connection(), _APPS)
        await executor.migrate([MigrationTarget(database.APP, migration)], direction="forward")
        if database.dialect() == "postgres":
            await database.atomic(lambda: _into_postgres(tables))
    finally:
        await database.close()
    if path := database.sqlite_path(settings.database_url):
        await asyncio.to_thread(_into_sqlite, path, tables)


def _into_sqlite(path: Path, tables: Tables) -> None:
    with sqlite3.connect(path) as connection:
        for table, rows in tables.items():
            for row in rows:
                connection.execute(_insert(table, list(row), "?"), list(row.values()))
    connection.close()


async def _into_postgres(tables: Tables) -> None:
    connection = database.connection()
    # Rows come in the order of their tables' names, not of who refers to whom.
    await connection.execute_script("SET LOCAL session_replication_role = replica")
    for table, rows in tables.items():
        kinds = await _kinds(table)
        for row in rows:
            values = [_as_postgres(value, kinds[name]) for name, value in row.items()]
            await connection.execute_query(_insert(table, list(row), "$"), values)


async def _kinds(table: str) -> dict[str, str]:
    asked = "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1"
    rows = await database.connection().execute_query_dict(asked, [table])
    return {row["column_name"]: row["data_type"] for row in rows}


def _as_postgres(value: Any, kind: str) -> Any:
    """A value that SQLite gave, as asyncpg takes it."""
    if value is None:
        return None
    if kind.startswith("timestamp"):
        return datetime.fromisoformat(value)
    return bool(value) if kind == "boolean" else value


def _insert(table: str, columns: list[str], mark: str) -> str:
    marks = ", ".join(mark if mark == "?" else f"${number}" for number, _name in enumerate(columns, 1))
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
