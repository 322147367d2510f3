"""Tortoise's PostgreSQL client without the round trip that asyncpg makes whenever a connection goes back to the pool.

That one ends what a session may leave behind: advisory locks, cursors, LISTEN, settings. Nothing here leaves any:
advisory locks are a transaction's, or taken outside the pool (`server/migrate.py`), and settings are changed with
SET LOCAL only. A transaction that was left open is rolled back all the same. Named as the `engine` of the connection.
"""

from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient
from tortoise.exceptions import DBConnectionError


class _Connection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg has no types
    def get_reset_query(self) -> str:
        return ""


class Client(AsyncpgDBClient):
    """A pool of connections that are handed on as they are."""

    connection_class = _Connection

    async def create_pool(self, **options: Any) -> asyncpg.Pool:
        return await super().create_pool(connect=_connect, **options)


async def _connect(*address: Any, **options: Any) -> asyncpg.Connection:
    """A new connection; raises DBConnectionError for all that keeps one from being made: no socket, name or room."""
    try:
        return await asyncpg.connect(*address, **options)
    except (OSError, asyncpg.TooManyConnectionsError) as error:
        raise DBConnectionError(str(error)) from error


client_class = Client
