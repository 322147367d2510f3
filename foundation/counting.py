"""Counting in this process's memory: each act in a moving window under its key.

The library's own way looks through every key there is whenever anything is counted, in a thread for each: with the
thousands of keys of a lively evening that takes the whole processor. Here a key is looked at when it ends.
"""

import time
from collections import deque
from heapq import heappop, heappush

from limits.aio.storage import MemoryStorage


class MovingWindows(MemoryStorage):
    """A storage of the library's that forgets, with each act, what has ended by then."""

    def __init__(self) -> None:
        super().__init__()
        self._moments: dict[str, deque[float]] = {}
        self._end_of: dict[str, float] = {}
        self._ends: list[tuple[float, str]] = []

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._moments)

    def __bool__(self) -> bool:
        """It is there, also while nothing is counted."""
        return True

    async def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count so many acts, unless they are too many for `expiry` seconds; gives whether they were counted."""
        now = time.time()
        self._forget(now)
        moments = self._within(key, now - expiry)
        if len(moments) + amount > limit:
            return False
        moments.extend([now] * amount)
        self._moments[key], self._end_of[key] = moments, now + expiry
        heappush(self._ends, (now + expiry, key))
        return True

    async def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:
        """When the first act of the last `expiry` seconds was, and how many there were."""
        now = time.time()
        moments = self._within(key, now - expiry)
        return (moments[0] if moments else now), len(moments)

    async def clear(self, key: str) -> None:
        """Forget a key."""
        self._moments.pop(key, None)
        self._end_of.pop(key, None)

    def _within(self, key: str, since: float) -> deque[float]:
        moments = self._moments.get(key, deque())
        while moments and moments[0] < since:
            moments.popleft()
        return moments

    def _forget(self, now: float) -> None:
        while self._ends and self._ends[0][0] <= now:
            ended, key = heappop(self._ends)
            if self._end_of.get(key) == ended:  # else it was counted again, and ends later
                del self._end_of[key], self._moments[key]
