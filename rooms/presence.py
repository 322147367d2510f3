"""How many are here: counted a room, never listed but for officers, told at most twice a second.

Not in the log and not in the database: each process counts the people whose connections it holds.
"""

import asyncio
from collections import Counter, defaultdict
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.fanout import broadcast
from foundation.live import Visit
from foundation.permissions import Role

_PAUSE = 0.5
"""Seconds between two tellings to one room."""


class Presence:
    """The people in each room. A person with three tabs is one; a signed-out reader counts by browser."""

    def __init__(self, app: web.Application) -> None:
        self._app = app
        self._people: dict[str, Counter[str]] = defaultdict(Counter)
        self._officers: dict[str, Counter[str]] = defaultdict(Counter)
        self._telling: dict[str, asyncio.Task[None]] = {}

    def enter(self, room_id: str, visit: Visit) -> None:
        self._people[room_id][_key(visit)] += 1
        if visit.viewer.role == Role.OFFICER:
            self._officers[room_id][str(visit.viewer.id)] += 1
        self._tell_soon(room_id)

    def leave(self, room_id: str, visit: Visit) -> None:
        _take(self._people, room_id, _key(visit))
        if visit.viewer.role == Role.OFFICER:
            _take(self._officers, room_id, str(visit.viewer.id))
        self._tell_soon(room_id)

    def count(self, room_id: str) -> int:
        return len(self._people.get(room_id, ()))

    async def officers(self, room_id: str) -> list[dict[str, Any]]:
        """The officers who are in the room now, as the contract's persons."""
        return list((await persons(set(self._officers.get(room_id, ())))).values())

    def close(self) -> None:
        """Stop telling: the server stops."""
        for task in self._telling.values():
            task.cancel()

    def _tell_soon(self, room_id: str) -> None:
        if room_id not in self._telling:
            self._telling[room_id] = asyncio.create_task(self._tell(room_id))

    async def _tell(self, room_id: str) -> None:
        """Tell now, then be deaf for the pause; who came or went in it is told after it."""
        try:
            told = None
            while told != (now := self._state(room_id)):
                told = now
                payload = {"room": room_id, "people": now[0], "officers": await self.officers(room_id)}
                await broadcast(self._app, "presence", payload, to=[f"room:{room_id}"])
                await asyncio.sleep(_PAUSE)
        finally:
            del self._telling[room_id]

    def _state(self, room_id: str) -> tuple[int, frozenset[str]]:
        return self.count(room_id), frozenset(self._officers.get(room_id, ()))


PRESENCE: web.AppKey[Presence] = web.AppKey("presence", Presence)


def _key(visit: Visit) -> str:
    return visit.viewer.id or f"reader {visit.viewer.session}"


def _take(rooms: dict[str, Counter[str]], room_id: str, key: str) -> None:
    rooms[room_id][key] -= 1
    if rooms[room_id][key] <= 0:
        del rooms[room_id][key]
    if not rooms[room_id]:
        del rooms[room_id]
