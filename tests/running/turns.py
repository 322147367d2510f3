"""How long the event loop was kept from everybody else, while something was awaited."""

import asyncio
from collections.abc import Awaitable
from time import perf_counter


async def longest_turn(work: Awaitable[object]) -> tuple[float, float]:
    """The longest time in which nothing else had its turn, and how long it took in all: seconds, by the real clock."""
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        last = perf_counter()
        while True:
            await asyncio.sleep(0)
            now = perf_counter()
            longest, last = max(longest, now - last), now

    watching, began = asyncio.create_task(watch()), perf_counter()
    try:
        await work
        # What ends it may be what took so long.
        await asyncio.sleep(0)
    finally:
        watching.cancel()
    return longest, perf_counter() - began
