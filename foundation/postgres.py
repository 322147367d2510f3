"""Tortoise's PostgreSQL client without the round trip that asyncpg makes whenever a connection goes back to the pool.

That one ends what a session may leave behind: advisory locks, cursors, LISTEN, settings. Nothing here leaves any:
advisory locks are a transaction's, or taken outside the pool (`server/migrate.py`), and settings are changed with
SET LOCAL only. A transaction that was left open is rolled back all the same. Named as the `engine` of the connection.
"""

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient


class _Connection(asyncpg.Connection):  # type: ignore[misc]
    def get_reset_query(self) -> str:
        return ""


class Client(AsyncpgDBClient):
    """A pool of connections that are handed on as they are."""

    connection_class = _Connection


client_class = Client
