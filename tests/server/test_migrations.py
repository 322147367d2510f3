"""The migrated database is the one that the models speak of."""

import sqlite3
from pathlib import Path

import pytest
from tortoise.context import get_current_context

from foundation import database as ground
from foundation.settings import Settings
from server.migrate import pending

_BESIDE_MODELS = {"search_entry": {"number"}}
"""Columns that only the database itself uses: FTS5 knows a row by its number."""


def _columns(file: Path) -> dict[str, set[str]]:
    with sqlite3.connect(file) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: {row[1] for row in connection.execute(f"PRAGMA table_info('{table}')")} for table in tables}


def test_every_index_is_over_columns_that_there_are(sqlite: Path):
    """SQLite takes an unknown name in double quotes for a text, and indexes that."""
    columns = _columns(sqlite)
    with sqlite3.connect(sqlite) as connection:
        indexes = list(connection.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'"))
        assert len(indexes) > 10
        for index, table in indexes:
            named = [row[2] for row in connection.execute(f"PRAGMA index_info('{index}')")]
            assert set(named) <= columns[table], (index, named)


async def test_every_model_has_its_table_and_columns(database: Settings, sqlite: Path):
    """Asked of the file too: SQLite gives a column that it does not have as a text."""
    assert await pending() == []
    context, columns = get_current_context(), _columns(sqlite)
    assert context is not None
    models = list(context.apps["bluelamp"].values())  # type: ignore[index]
    assert len(models) > 10
    for model in models:
        await model.all().limit(1)
        beside = _BESIDE_MODELS.get(model._meta.db_table, set())
        assert set(model._meta.fields_db_projection.values()) | beside == columns[model._meta.db_table]


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_every_commit_is_flushed_to_the_disk(database: Settings):
    settings = {}
    for name in ("synchronous", "journal_mode", "foreign_keys"):
        [row] = await ground.connection().execute_query_dict(f"PRAGMA {name}")
        settings[name] = next(iter(row.values()))
    assert settings == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}
