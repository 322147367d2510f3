"""Tortoise's SQLite client with transactions that begin IMMEDIATE.

SQLite begins transactions deferred: two processes (the server and an import) that read first and write later would
fail with "database is locked" however long they are willing to wait. Named as the `engine` of the connection.
"""

import sqlite3
from typing import cast

from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError


class DatabaseLocked(OperationalError):
    """Another process writes, and did for all the time that the connection is willing to wait. Nothing was begun."""


class _Transaction(SqliteTransactionWrapper):
    async def begin(self) -> None:
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise (DatabaseLocked if "locked" in str(error) else OperationalError)(error) from error


class _TransactionContext(SqliteTransactionContext):
    async def __aenter__(self) -> SqliteTransactionWrapper:
        try:
            return cast(SqliteTransactionWrapper, await super().__aenter__())
        except BaseException:
            # Tortoise keeps its lock, and its place in the context, when the beginning fails.
            self._release_after_failed_begin()
            raise

    def _release_after_failed_begin(self) -> None:
        if hasattr(self, "token"):
            get_connections().reset(self.token)
        if self._trxlock.locked():
            self._trxlock.release()


class Client(SqliteClient):
    """One connection in WAL mode; a lock lets one transaction, or one query outside any, use it at a time."""

    def _in_transaction(self) -> TransactionContext:
        return _TransactionContext(_Transaction(self), self._lock)


client_class = Client
