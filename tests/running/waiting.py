"""Seeing that a transaction waits for another one, on PostgreSQL."""

import asyncio
from typing import Any

from foundation.queries import Query

_PATIENCE = 30
"""Seconds, of a machine that has much else to do: what neither waits nor ends by then is broken."""
_WAITING = Query(
    """
    SELECT COUNT(*) AS number FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
    """
)


async def waits(task: asyncio.Task[Any], number: int = 1) -> bool:
    """Whether a task waits for another transaction, as one of so many; False where it has come to its end."""
    async with asyncio.timeout(_PATIENCE):
        while not task.done():
            if (await _WAITING.rows())[0]["number"] == number:
                return True
            await asyncio.sleep(0.01)
    return False
