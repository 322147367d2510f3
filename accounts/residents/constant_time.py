"""Answers that take as long for a known address as for an unknown one: a watch tells nobody who has an account."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

LASTS = 0.35
"""Seconds: more than the longer of the two ways takes on a machine that is not overrun."""


@asynccontextmanager
async def steadily(seconds: float = LASTS) -> AsyncIterator[None]:
    """Let the block take at least so long, however it ends."""
    clock = asyncio.get_running_loop().time
    until = clock() + seconds
    try:
        yield
    finally:
        await asyncio.sleep(until - clock())
