"""Which of this process's connections stand on a floor, so that nobody is left standing there without one."""

from collections import defaultdict

from aiohttp import web


class Tabs:
    """Connections by id, with the person and the rooms that each has stepped into, and the floors it looks at."""

    def __init__(self) -> None:
        self._standing: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._looking: dict[tuple[str, str], str] = {}

    def step_in(self, sid: str, room_id: str, person: str) -> None:
        self._standing[sid][room_id] = person

    def step_out(self, sid: str, room_id: str) -> bool:
        """Whether the connection had stepped in."""
        stood = self._standing[sid].pop(room_id, None)
        if not self._standing[sid]:
            del self._standing[sid]
        return stood is not None

    def look(self, sid: str, room_id: str, channel: str | None) -> str | None:
        """Which floor's channel the connection hears now; gives the one it heard before."""
        before = self._looking.pop((sid, room_id), None)
        if channel is not None:
            self._looking[sid, room_id] = channel
        return before

    def rooms_of(self, sid: str) -> list[str]:
        """Where a connection stands or looks."""
        looked = {room_id for looking, room_id in self._looking if looking == sid}
        return sorted({*self._standing.get(sid, {}), *looked})

    def channels_of(self, room_id: str) -> list[str]:
        """The floors of a room that connections of this process hear."""
        return sorted({channel for (_sid, room), channel in self._looking.items() if room == room_id})

    def standing(self) -> dict[str, set[str]]:
        """The people whom this process holds on floors, by room."""
        rooms: defaultdict[str, set[str]] = defaultdict(set)
        for stood in self._standing.values():
            for room_id, person in stood.items():
                rooms[room_id].add(person)
        return rooms


TABS: web.AppKey[Tabs] = web.AppKey("floor_tabs", Tabs)
