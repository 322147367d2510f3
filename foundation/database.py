"""The database: one connection (SQLite) or pool (PostgreSQL) a process, and `atomic`, the way to write.

SQLite is the embedded default, PostgreSQL the grown-up one; nothing above this file asks which, but for the few that
need `dialect()`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import unquote, urlsplit

import asyncpg
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.connection import get_connections
from tortoise.context import TortoiseContext, get_current_context, set_global_context
from tortoise.exceptions import DBConnectionError

from foundation.settings import Settings
from foundation.transactions import IN_EACH_OTHERS_WAY, in_transaction_of_its_own

APP = "bluelamp"
T = TypeVar("T")

UNREACHABLE: tuple[type[BaseException], ...] = (
    *IN_EACH_OTHERS_WAY,
    DBConnectionError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    # What asyncpg itself stumbles over where a connection breaks off in the middle of an answer.
    asyncpg.InternalClientError,
    ConnectionError,
    TimeoutError,
)
"""What is raised when the database can't be reached, or others are in its way: the request is refused with
`unavailable`.
"""


def configuration(settings: Settings, models: Sequence[str]) -> dict[str, Any]:
    """Tortoise's configuration: one app label for all packages, so that migrations are one linear history."""
    return {
        "connections": {"default": _connection(settings.database_url)},
        "apps": {APP: {"models": list(models), "default_connection": "default", "migrations": "server.migrations"}},
        "use_tz": True,
        "timezone": "UTC",
    }


async def connect(settings: Settings, models: Sequence[str]) -> None:
    """Open the database for this process. `models` are the modules that hold tables."""
    # Tortoise keeps prepared statements by model, not by database: tests open several in one process.
    EXECUTOR_CACHE.clear()
    context = TortoiseContext()
    # Before its own `init` does it: that asks for the current connection while it reads the models.
    set_global_context(context)
    try:
        await context.init(config=configuration(settings, models))
    except BaseException:
        await context.close_connections()
        raise


async def close() -> None:
    """Close what `connect` opened; nothing when nothing is open."""
    if context := get_current_context():
        await context.close_connections()


async def atomic(work: Callable[[], Awaitable[T]]) -> T:
    """Run `work` in one transaction and give its result; an exception in it rolls back.

    Where another transaction is in the way (a deadlock), `work` is run again from its start, a few times: it changes
    nothing but the database, and what it gives is made in it. Inside another `atomic` only the outermost runs again.

    It runs in a task of its own, shielded: a client that goes away in the middle cancels its request, and a task
    that is cancelled while it begins a transaction would leak the lock (SQLite) or the pool's connection (PostgreSQL).
    """
    return await asyncio.shield(asyncio.ensure_future(in_transaction_of_its_own(work)))


def connection() -> BaseDBAsyncClient:
    """The connection of this task: the transaction's inside `atomic`, else the shared one."""
    return get_connections().get("default")


def dialect() -> Literal["sqlite", "postgres"]:
    """Which of the two databases this process talks to."""
    return "sqlite" if connection().capabilities.dialect == "sqlite" else "postgres"


async def answers() -> bool:
    """Whether the database answers a query now."""
    try:
        await connection().execute_query("SELECT 1")
    except Exception:  # whatever is wrong with it, the answer is no
        return False
    return True


def sqlite_path(url: str) -> Path | None:
    """The file of a sqlite:// address; None for PostgreSQL."""
    return Path(unquote(url.removeprefix("sqlite://"))) if url.startswith("sqlite://") else None


def _connection(url: str) -> dict[str, Any]:
    path = sqlite_path(url)
    if path is None:
        return _postgres(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    pragmas = {
        "journal_mode": "WAL",
        # An acknowledged message must survive a power cut: every commit is flushed to the disk.
        "synchronous": "FULL",
        "foreign_keys": "ON",
        "busy_timeout": 10_000,
    }
    return {"engine": "foundation.sqlite", "credentials": {"file_path": str(path), **pragmas}}


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    credentials = {
        "host": parts.hostname or unquote(query.get("host", "localhost")),
        "port": parts.port or int(query.get("port", 5432)),
        "user": unquote(parts.username or "postgres"),
        "password": unquote(parts.password or ""),
        "database": parts.path.lstrip("/"),
        "minsize": 1,
        "maxsize": int(query.get("maxsize", 10)),
    }
    return {"engine": "foundation.postgres", "credentials": credentials}
