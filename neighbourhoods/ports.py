"""What a neighbourhood's page and answer show of the floors above: the roof fills these places of the application."""

from collections.abc import Sequence
from typing import Any, Protocol

from aiohttp import web


class Officers(Protocol):
    """The officers of a neighbourhood, as the contract's `person`, in the order to show them."""

    async def __call__(self, neighbourhood: str) -> Sequence[dict[str, Any]]: ...


class Surgeries(Protocol):
    """Surgeries of a neighbourhood: the contract's `surgery` with `starts`, `ends` (aware datetimes) and
    `neighbourhood_name` for their cards."""

    async def __call__(self, neighbourhood: str) -> Sequence[dict[str, Any]]: ...


class Logs(Protocol):
    """The newest running logs of a neighbourhood and of its force, {id, title, area, status, starts}."""

    async def __call__(self, neighbourhood: str) -> Sequence[dict[str, Any]]: ...


class ForumCard(Protocol):
    """What a neighbourhood talks about: {name, path, kind, topics: [{title, path, replies, active_at}]}."""

    async def __call__(self, neighbourhood: str) -> dict[str, Any]: ...


class PrioritiesCard(Protocol):
    """What a neighbourhood and its police agree to work on: {round: the one that goes on as its card wants it, or None,
    priorities: [cards of those that are worked on]}."""

    async def __call__(self, neighbourhood: str) -> dict[str, Any]: ...


OFFICERS: web.AppKey[Officers] = web.AppKey("neighbourhood_officers")
NEXT_SURGERIES: web.AppKey[Surgeries] = web.AppKey("neighbourhood_next_surgeries")
"""Open ones and coming ones, the soonest first."""
PAST_SURGERIES: web.AppKey[Surgeries] = web.AppKey("neighbourhood_past_surgeries")
"""Closed ones whose transcript can be read, the latest first."""
LOGS: web.AppKey[Logs] = web.AppKey("neighbourhood_logs")
FORUM: web.AppKey[ForumCard] = web.AppKey("neighbourhood_forum")
PRIORITIES: web.AppKey[PrioritiesCard] = web.AppKey("neighbourhood_priorities")
