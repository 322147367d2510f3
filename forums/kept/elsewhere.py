"""What other processes and the command line change: the rows tell, with Redis and without.

A look is taken when a page is asked for, at most every so often: what was taken down elsewhere is on no page longer.
"""

import asyncio
import time
from datetime import timedelta
from typing import Final

from aiohttp import web

from forums.kept import store
from forums.kept.shelf import Shelf
from forums.topic_rows import versions_of
from foundation import clock

_SURE: Final = 0.4
"""Seconds for which a look holds."""
_REMEMBERED: Final = timedelta(seconds=10)
"""How far back is looked: longer than the clocks of two machines may differ."""
_TOO_LONG: Final = 5.0
"""Seconds without a look after which nothing is believed any more: less than what is looked back."""
_KINDS: Final = ("person", "avatar", "section", "forum")
_ACTS: Final = ("person.", "avatar.", "photo.", "account.close", "staff.", "section.", "forum.")
"""With what the acts begin that may change any page: who is called otherwise, wears a badge, shows another face."""


class Elsewhere:
    """Keeps a shelf in step with the database."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._looked = -_TOO_LONG
        self._turn = asyncio.Lock()
        self._known: set[str] = set()

    async def settle(self) -> None:
        """Take from the shelf what may have changed elsewhere; mostly this was done a moment ago."""
        if self._is_sure():
            return
        async with self._turn:
            if not self._is_sure():
                await self._look()

    def _is_sure(self) -> bool:
        return time.monotonic() - self._looked < _SURE

    async def _look(self) -> None:
        began, moment = time.monotonic(), clock.now()
        if began - self._looked >= _TOO_LONG:
            self._shelf.forget_all()
        self._shelf.forget_older(await versions_of(sorted(self._shelf.topics())))
        self._shelf.forget_lists_since(moment)
        acts = await store.acts_since(moment - _REMEMBERED, _KINDS, _ACTS)
        if not acts <= self._known:
            self._shelf.forget_all()
        self._known = acts
        self._looked = began


ELSEWHERE: web.AppKey[Elsewhere] = web.AppKey("kept_elsewhere", Elsewhere)
