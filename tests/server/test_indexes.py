"""Every column that a model says is asked by has its index, also one that was added to a table that stood."""

from tortoise import Tortoise

from foundation.database import connection, dialect
from foundation.settings import Settings

_SQLITE = """
    SELECT tables.name AS table_name, columns.name AS column_name
    FROM sqlite_master tables, pragma_index_list(tables.name) indexes, pragma_index_info(indexes.name) columns
    WHERE tables.type = 'table' AND columns.seqno = 0
"""
_POSTGRES = """
    SELECT tables.relname AS table_name, columns.attname AS column_name
    FROM pg_index JOIN pg_class tables ON tables.oid = pg_index.indrelid
    JOIN pg_attribute columns ON columns.attrelid = tables.oid AND columns.attnum = pg_index.indkey[0]
"""


async def test_no_index_that_a_model_names_is_missing(database: Settings) -> None:
    rows = await connection().execute_query_dict(_SQLITE if dialect() == "sqlite" else _POSTGRES)
    there = {(row["table_name"], row["column_name"]) for row in rows}
    wanted = {
        (model._meta.db_table, field.source_field or name)
        for model in Tortoise.apps["bluelamp"].values()
        for name, field in model._meta.fields_map.items()
        if field.index and not field.pk
    }
    assert wanted - there == set()
