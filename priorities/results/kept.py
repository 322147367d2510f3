"""What was published at a close is never changed: each process reads it once, and draws each look of it once.

Keys hold everything that a value was made of, so that nothing here can be out of date.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, Final
from weakref import WeakValueDictionary

from aiohttp import web

_MOST: Final = 150
"""Results, pages and pictures together: some tens of megabytes where each has a hundred options."""


class Kept:
    """Values that were made once, those asked for last kept longest."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._turns: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    async def get(self, key: Hashable, make: Callable[[], Awaitable[Any]]) -> Any:
        """The value of a key; made where it is not kept, once for all who wait for it. None is made again each time."""
        if key in self._found:
            self._found.move_to_end(key)
            return self._found[key]
        async with self._turns.setdefault(key, asyncio.Lock()):
            if key in self._found:
                return self._found[key]
            made = await make()
            if made is not None:
                self._found[key] = made
            while len(self._found) > self._most:
                self._found.popitem(last=False)
            return made


KEPT: web.AppKey[Kept] = web.AppKey("kept_results", Kept)
