"""One transaction, begun again where another one is in its way."""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import asyncpg
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connections
from tortoise.transactions import in_transaction

from foundation.sqlite import DatabaseLocked

T = TypeVar("T")

IN_EACH_OTHERS_WAY: tuple[type[BaseException], ...] = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    DatabaseLocked,
)
"""What is raised where two transactions can't both go on. This one was rolled back, and can be run again."""

_TRIES, _PATIENCE = 6, 15.0
"""How often, and for how many seconds, it is: SQLite itself waits for ten before it says that it is locked."""


async def in_transaction_of_its_own(work: Callable[[], Awaitable[T]]) -> T:
    """What `foundation.database.atomic` promises, but for the task of its own."""
    inside_another = isinstance(get_connections().get("default"), TransactionalDBClient)
    began = time.monotonic()
    for again in range(1, 1 if inside_another else _TRIES):
        try:
            return await _once(work)
        except IN_EACH_OTHERS_WAY:
            if time.monotonic() - began > _PATIENCE:
                raise
        # Not both at the same moment again: up to 20 milliseconds, then 40, 80, 160, 320.
        await asyncio.sleep(secrets.randbelow(10 * 2**again) / 1000)
    return await _once(work)


async def _once(work: Callable[[], Awaitable[T]]) -> T:
    async with in_transaction():
        return await work()
