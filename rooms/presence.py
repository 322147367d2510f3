"""How many are here: counted a room, never listed but for officers, told at most twice a second.

Not in the log and not in the database: each process counts the people whose connections it holds.
"""

import asyncio
from collections import defaultdict
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.fanout import broadcast
from foundation.live_events import Visit
from foundation.permissions import Role

_PAUSE = 0.5
"""Seconds between two tellings to one room."""


class Presence:
    """The people in each room. A person with three tabs is one; a signed-out reader counts by browser."""

    def __init__(self, app: web.Application) -> None:
        self._app = app
        self._rooms: dict[str, dict[str, Visit]] = defaultdict(dict)
        self._unseen: set[tuple[str, str]] = set()
        self._telling: dict[str, asyncio.Task[None]] = {}
        self._untold: set[str] = set()

    def enter(self, room_id: str, visit: Visit, *, unseen: bool = False) -> None:
        """Somebody has come in. `unseen`: they are counted nowhere, and their coming is not told either."""
        self._rooms[room_id][visit.sid] = visit
        if unseen:
            self._unseen.add((room_id, visit.sid))
            return
        self._unseen.discard((room_id, visit.sid))
        self._tell_soon(room_id)

    def is_unseen(self, room_id: str, visit: Visit) -> bool:
        """Whether this connection follows the room without being shown as there."""
        return (room_id, visit.sid) in self._unseen

    def leave(self, room_id: str, visit: Visit) -> None:
        was_unseen = (room_id, visit.sid) in self._unseen
        self._unseen.discard((room_id, visit.sid))
        if self._rooms[room_id].pop(visit.sid, None) and not was_unseen:
            self._tell_soon(room_id)
        if not self._rooms[room_id]:
            del self._rooms[room_id]

    def leave_everywhere(self, visit: Visit) -> list[str]:
        """The connection has ended; gives the rooms that it was in."""
        rooms = [room_id for room_id, visits in self._rooms.items() if visit.sid in visits]
        for room_id in rooms:
            self.leave(room_id, visit)
        return rooms

    def put_out(self, room_id: str, person_id: str) -> None:
        """Somebody was removed from the room: none of their connections is in it any more."""
        for visit in list(self._rooms.get(room_id, {}).values()):
            if visit.viewer.id == person_id:
                self.leave(room_id, visit)

    def visits_of(self, person_id: str) -> list[tuple[str, Visit]]:
        """Where somebody is now by the connections that this process holds: a room and the connection to it."""
        return [
            (room_id, visit)
            for room_id, visits in self._rooms.items()
            for visit in visits.values()
            if visit.viewer.id == person_id
        ]

    def people(self, room_id: str) -> frozenset[str]:
        """The ids of everybody signed in whose connection this process holds, unseen ones too."""
        return frozenset(visit.viewer.id for visit in self._rooms.get(room_id, {}).values() if visit.viewer.id)

    def count(self, room_id: str) -> int:
        return len({_key(visit) for visit in self._seen(room_id)})

    async def officers(self, room_id: str) -> list[dict[str, Any]]:
        """The officers who are in the room now, as the contract's persons."""
        return list((await persons(self._officers(room_id))).values())

    def officers_by_room(self) -> dict[str, frozenset[str]]:
        """The ids of the officers whose connections this process holds, by room."""
        return {room_id: here for room_id in list(self._rooms) if (here := self._officers(room_id))}

    def close(self) -> None:
        """Stop telling: the server stops."""
        for task in self._telling.values():
            task.cancel()

    def _tell_soon(self, room_id: str) -> None:
        self._untold.add(room_id)
        if room_id not in self._telling:
            self._telling[room_id] = asyncio.create_task(self._tell(room_id))

    async def _tell(self, room_id: str) -> None:
        """Tell now, then be deaf for the pause; who came or went in it is told after it.

        The same count is told again: whoever has just come in with a second tab has heard none yet.
        """
        try:
            while room_id in self._untold:
                self._untold.discard(room_id)
                payload = {"room": room_id, "people": self.count(room_id), "officers": await self.officers(room_id)}
                await broadcast(self._app, "presence", payload, to=[f"room:{room_id}"])
                await asyncio.sleep(_PAUSE)
        finally:
            del self._telling[room_id]

    def _officers(self, room_id: str) -> frozenset[str]:
        return frozenset(str(visit.viewer.id) for visit in self._seen(room_id) if visit.viewer.role == Role.OFFICER)

    def _seen(self, room_id: str) -> list[Visit]:
        return [visit for visit in self._rooms.get(room_id, {}).values() if (room_id, visit.sid) not in self._unseen]


PRESENCE: web.AppKey[Presence] = web.AppKey("presence", Presence)


def _key(visit: Visit) -> str:
    return visit.viewer.id or f"reader {visit.viewer.session}"
