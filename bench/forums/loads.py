"""What is asked of forums that are full: their pages, signed out and in, search, and posting."""

from collections.abc import AsyncIterator, Iterator
from itertools import cycle, islice
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import aiohttp

from bench import requests
from bench.closed_loop import Act, run_round
from bench.forums.fast_client import read_round
from bench.forums.filling import Filled
from bench.forums.sentences import COMMON, RARE
from bench.forums.sizes import ForumSize
from bench.forums.writing import later_page, write_and_change, write_drafts
from bench.process import resident_kilobytes
from bench.progress import say
from bench.samples import Figure, figure_of
from tests.clients import BASE
from tests.running.server_process import Server

_AT_ONCE = 4
"""People who ask at the same time, but for those whom the pages are kept for."""
_READERS = 16
_TOPICS = 400
"""So many topics are asked for in turn, where it is said."""


class ForumLoads:
    """The loads on a server whose database was filled; `where` names the database."""

    def __init__(self, server: Server, filled: Filled, size: ForumSize, where: str) -> None:
        self._url, self._pid = server.url, server.process.pid
        self._filled, self._size, self._where = filled, size, where

    async def figures(self) -> AsyncIterator[Figure]:
        """All of them, one after the other."""
        for name, path in self._read_again().items():
            yield await self._kept(name, path)
        for name, paths in self._signed_in().items():
            yield await self._signed(name, paths)
        yield await self._signed_out_anew()
        async for figure in self._beside():
            yield figure
        yield await self._posting()

    def kilobytes(self) -> int:
        """Memory that the server holds after all of it."""
        return resident_kilobytes(self._pid)

    def _read_again(self) -> dict[str, str]:
        place, longest = self._filled.place, self._filled.longest
        return {
            "Topic, signed out, 100 of the longest": f"/topics/{longest}",
            "Topic, signed out, its last page": f"/topics/{longest}?last",
            "Forum, signed out": f"/neighbourhoods/{place.neighbourhood}/forum",
        }

    def _signed_in(self) -> dict[str, list[str]]:
        place, longest = self._filled.place, self._filled.longest
        deep = self._size.longest // 2
        ordinary = [f"/topics/{topic}" for topic in self._filled.topics[:_TOPICS]]
        return {
            "Topic, signed in, 100 of the longest": [f"/topics/{longest}?after={deep}"],
            "Topic, signed in, its last page": [f"/topics/{longest}?last"],
            f"Topics, signed in, {len(ordinary)} in turn": ordinary,
            "Forum, signed in": [f"/neighbourhoods/{place.neighbourhood}/forum"],
            "Section, signed in": [f"/neighbourhoods/{place.neighbourhood}/forum/{place.sections[0][1]}"],
            "Unread list": ["/unread"],
            f"Search for a common word ({COMMON})": [f"/search?q={COMMON}"],
            f"Search for a rare word ({RARE})": [f"/search?q={RARE}"],
            "Search for two words in a forum": [f"/search?q={COMMON}+school&neighbourhood={place.neighbourhood}"],
        }

    async def _kept(self, name: str, path: str) -> Figure:
        port = urlsplit(self._url).port or 0
        say(name)
        await read_round(port, path, _READERS, min(1.0, self._size.seconds), self._pid)
        rounds = [
            await read_round(port, path, _READERS, self._size.seconds, self._pid) for _round in range(self._size.rounds)
        ]
        return figure_of(f"{name}, {self._where}", rounds)

    async def _signed(self, name: str, paths: list[str]) -> Figure:
        async with requests.session(self._url, _AT_ONCE) as client:
            return await self._figure(name, list(self._asking(client, paths)))

    def _asking(self, client: aiohttp.ClientSession, paths: list[str]) -> Iterator[Act]:
        """Each actor is somebody else, who is signed in."""
        for token in islice(self._filled.tokens.values(), _AT_ONCE):
            yield _getting(client, paths, {"Cookie": f"bluelamp_session={token}"})

    async def _signed_out_anew(self) -> Figure:
        """A page that nothing is kept of: its address has a query that no page of ours has."""
        async with requests.session(self._url, _AT_ONCE) as client:
            path = f"/topics/{self._filled.longest}?after=100&drawn=anew"
            return await self._figure("Topic, signed out, drawn anew", [_getting(client, [path], {})] * _AT_ONCE)

    async def _beside(self) -> AsyncIterator[Figure]:
        """Pages that fewer people ask for, and staff."""
        place, tokens = self._filled.place, list(islice(self._filled.tokens.values(), _AT_ONCE))
        forum = f"/neighbourhoods/{place.neighbourhood}/forum"
        async with requests.session(self._url, _AT_ONCE) as client:
            for token in tokens:
                await write_drafts(client, token, self._filled.topics)
            changed = await write_and_change(client, tokens[0], self._filled.topics[0])
            later = await later_page(client, forum)
        yield await self._signed("Forum, signed in, a later page", [later])
        for name, path in {"What one follows": "/following", "All forums": "/forums", "Drafts": "/drafts"}.items():
            yield await self._signed(name, [path])
        async with requests.session(self._url, _AT_ONCE) as client:
            feed = _getting(client, [f"{BASE}{forum}/feed.atom"], {})
            yield await self._figure("Feed of a forum, signed out", [feed] * _AT_ONCE)
            staff = {"Cookie": f"bluelamp_session={self._filled.officer}"}
            for name, path in {
                "What was changed in a reply, staff": f"/replies/{changed}/revisions",
                "Where the longest topic is arranged, staff": f"/topics/{self._filled.longest}/arrange",
            }.items():
                yield await self._figure(name, [_getting(client, [path], staff)] * _AT_ONCE)

    async def _posting(self) -> Figure:
        async with requests.session(self._url, _AT_ONCE) as client:
            posting = [
                _posting(client, topic, token)
                for topic, token in zip(
                    self._filled.topics, islice(self._filled.tokens.values(), _AT_ONCE), strict=False
                )
            ]
            return await self._figure("A reply posted", posting)

    async def _figure(self, name: str, acts: list[Act]) -> Figure:
        say(name)
        await run_round(acts, min(1.0, self._size.seconds), self._pid)
        rounds = [await run_round(acts, self._size.seconds, self._pid) for _round in range(self._size.rounds)]
        return figure_of(f"{name}, {self._where}", rounds)


def _getting(client: aiohttp.ClientSession, paths: list[str], headers: dict[str, str]) -> Act:
    turn = cycle(paths)

    async def act() -> bool:
        async with client.get(next(turn), headers=headers) as answer:
            return answer.status == 200 and bool(await answer.read())

    return act


def _posting(client: aiohttp.ClientSession, topic: str, token: str) -> Act:
    numbers = cycle(range(1_000_000))

    async def act() -> bool:
        body: dict[str, Any] = {
            "client_id": str(uuid4()),
            "body": f"I saw it too, for the time number {next(numbers)}.",
        }
        headers = {"Authorization": f"Bearer {token}"}
        async with client.post(f"{BASE}/topics/{topic}/replies", json=body, headers=headers) as answer:
            return answer.status == 201 and bool(await answer.read())

    return act
