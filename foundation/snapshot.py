"""Reading much of a database as it was at one moment, while others go on writing to it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tortoise.transactions import in_transaction

from foundation.database import dialect
from foundation.queries import Query

T = TypeVar("T")
_BEGIN, _END = Query("BEGIN"), Query("ROLLBACK")
_OF_ONE_MOMENT = Query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


async def at_one_moment(work: Callable[[], Awaitable[T]]) -> T:
    """Run `work`, which only reads: each query of it finds the database as it was at the first. Nobody waits for it.

    For a command that has its process for itself: on SQLite the process has one connection, and all that is asked
    meanwhile is asked inside.
    """
    return await asyncio.shield(
        asyncio.ensure_future(_in_sqlite(work) if dialect() == "sqlite" else _in_postgres(work))
    )


async def _in_sqlite(work: Callable[[], Awaitable[T]]) -> T:
    """Not IMMEDIATE as everywhere else: that would keep others from writing until the end."""
    await _BEGIN.rows()
    try:
        return await work()
    finally:
        await _END.rows()


async def _in_postgres(work: Callable[[], Awaitable[T]]) -> T:
    async with in_transaction():
        await _OF_ONE_MOMENT.rows()
        return await work()
