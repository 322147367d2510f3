"""What lies on the disk of what the vote wrote: old pages and old rows, too."""

from typing import Any

import pytest
from asyncpg.exceptions import InsufficientPrivilegeError

from foundation.database import connection, dialect, sqlite_path
from tests.priorities.poll import Poll

_FILES = """
    SELECT pg_read_binary_file(pg_relation_filepath(c.oid)) AS said FROM pg_class c
    WHERE c.relkind IN ('r', 'i', 't') AND (c.oid = ANY($1::regclass[])
        OR c.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = ANY($1::regclass[]))
        OR c.oid IN (SELECT reltoastrelid FROM pg_class WHERE oid = ANY($1::regclass[])))
    """
TABLES = tuple(
    f"priority_{name}" for name in ("round_key", "ballot", "receipt", "voted", "slip", "code", "opinion")
)  # fmt: skip


async def disk_of(poll: Poll) -> bytes:
    """SQLite’s file and its write-ahead log; of PostgreSQL the files of the tables of the vote, and their indexes."""
    file = sqlite_path(poll.house.settings.database_url)
    if file is not None:
        beside = [file.with_name(f"{file.name}{end}") for end in ("", "-wal", "-shm")]
        return b"".join(each.read_bytes() for each in beside if each.exists())
    assert dialect() == "postgres"
    asked: Any = connection()
    try:
        await asked.execute_script("CHECKPOINT")
        rows = await asked.execute_query_dict(_FILES, [list(TABLES)])
    except InsufficientPrivilegeError:
        pytest.skip("this PostgreSQL does not let tests read its files")
    return b"".join([bytes(row["said"]) for row in rows])
