"""What a feature gives the live server: its events, each by name, permission and struct, and whose visit they get."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec
from aiohttp import web

from foundation.permissions import Permission, Viewer


@dataclass
class Visit:
    """One live connection, and who it belongs to."""

    app: web.Application
    sid: str
    token: str
    viewer: Viewer
    language: str
    address: str


EventHandler = Callable[[Visit, Any], Awaitable[dict[str, Any]]]
"""Takes the visit and the event's struct; gives the members of the acknowledgement beside `ok`."""


@dataclass(frozen=True)
class Event:
    """One registered event."""

    name: str
    permission: Permission
    body: type[msgspec.Struct]
    handler: EventHandler


class Events:
    """A feature's live events: `@events.on("enter", permission=…, body=Enter)`."""

    def __init__(self) -> None:
        self._events: dict[str, Event] = {}

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events.values())

    def on(
        self, name: str, *, permission: Permission, body: type[msgspec.Struct]
    ) -> Callable[[EventHandler], EventHandler]:
        return partial(self._add, name, permission, body)

    @classmethod
    def of(cls, *features: "Events") -> "Events":
        """The events of several features together."""
        every = cls()
        every._events = {event.name: event for feature in features for event in feature}
        return every

    def get(self, name: object) -> Event | None:
        return self._events.get(name) if isinstance(name, str) else None

    def _add(
        self, name: str, permission: Permission, body: type[msgspec.Struct], handler: EventHandler
    ) -> EventHandler:
        self._events[name] = Event(name, permission, body, handler)
        return handler
