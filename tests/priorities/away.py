"""A database of which tables are away, as a stand-in for one that fails."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from foundation.database import connection


@asynccontextmanager
async def away(*tables: str) -> AsyncIterator[None]:
    """Rename `tables` for as long as the block lasts; a test that fails gives them back to the ones after it, too."""
    for table in tables:
        await connection().execute_script(f"ALTER TABLE {table} RENAME TO {table}_away")
    try:
        yield
    finally:
        for table in tables:
            await connection().execute_script(f"ALTER TABLE {table}_away RENAME TO {table}")
