"""Where drawn pages stand, and how they go: at once when something in them changes, also while they are being drawn."""

import asyncio
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from weakref import WeakValueDictionary

from aiohttp import web

from foundation import clock

_MOST: Final = 32 * 1024 * 1024
"""Bytes of all pages together: some hundreds of long ones."""
_LASTS: Final = timedelta(minutes=1)
"""What changes by the clock alone is right within it: that a promise is late, that slow mode is over."""

Key = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Page:
    """A drawn page: its bytes, apart where the reader's own token stood, and its own headers.

    `topic` is the id of the topic that it shows, at this `version` or a later one; None for a list of topics.
    """

    parts: list[bytes]
    headers: dict[str, str]
    topic: str | None
    version: int
    began: datetime

    @property
    def size(self) -> int:
        return sum(map(len, self.parts))


@dataclass(eq=False)
class Drawing:
    """A page that is being drawn from what was read after `began`. `spoiled`: something changed since."""

    topic: str | None
    began: datetime = field(default_factory=clock.now)
    spoiled: bool = False


class Shelf:
    """The pages of this process, those asked for last kept longest."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._size = 0
        self._pages: dict[Key, Page] = {}
        self._drawings: set[Drawing] = set()
        self._turns: WeakValueDictionary[Key, asyncio.Lock] = WeakValueDictionary()

    def find(self, key: Key) -> Page | None:
        """The page that may be shown now."""
        page = self._pages.get(key)
        if page is None:
            return None
        if abs(clock.now() - page.began) > _LASTS:
            self._drop(key)
            return None
        # Found last, dropped last.
        self._pages[key] = self._pages.pop(key)
        return page

    def topics(self) -> set[str]:
        """The topics of which there are pages."""
        return {page.topic for page in self._pages.values() if page.topic is not None}

    def turn(self, key: Key) -> asyncio.Lock:
        """Held by who draws a page, so that hundreds who ask for it meanwhile wait for the one that is drawn."""
        return self._turns.setdefault(key, asyncio.Lock())

    @contextmanager
    def drawing(self, topic: str | None) -> Iterator[Drawing]:
        """Around everything that is read for a page: what changes inside the block spoils it."""
        drawing = Drawing(topic)
        self._drawings.add(drawing)
        try:
            yield drawing
        finally:
            self._drawings.discard(drawing)

    def keep(self, key: Key, drawing: Drawing, page: Page) -> None:
        """Keep a page, inside the block in which it was drawn, unless that was spoiled."""
        if drawing.spoiled or page.size > self._most // 8:
            return
        self._drop(key)
        self._pages[key] = page
        self._size += page.size
        while self._size > self._most:
            self._drop(next(iter(self._pages)))

    def forget_topics(self, topics: Collection[str]) -> None:
        """Keep nothing of these topics, nor any list: a topic stands in several."""
        self._forget({None, *topics})

    def forget_all(self) -> None:
        """Keep nothing."""
        self._forget(None)

    def forget_older(self, versions: dict[str, int]) -> None:
        """Keep the pages of topics only that are at these versions still."""
        older = [key for key, page in self._pages.items() if page.topic and versions.get(page.topic) != page.version]
        for key in older:
            self._drop(key)

    def forget_lists_since(self, moment: datetime) -> None:
        """Keep no list of topics that was read before."""
        for key in [key for key, page in self._pages.items() if page.topic is None and page.began < moment]:
            self._drop(key)

    def _forget(self, what: Collection[str | None] | None) -> None:
        for drawing in self._drawings:
            drawing.spoiled |= what is None or drawing.topic in what
        for key in [key for key, page in self._pages.items() if what is None or page.topic in what]:
            self._drop(key)

    def _drop(self, key: Key) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self._size -= page.size


SHELF: web.AppKey[Shelf] = web.AppKey("shelf_of_forums", Shelf)
