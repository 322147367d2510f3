"""What the floors above tell of a neighbourhood: nothing until the roof has filled the ports."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from neighbourhoods.ports import FORUM, LOGS, NEXT_SURGERIES, OFFICERS, PAST_SURGERIES, PRIORITIES


async def officers_of(app: web.Application, neighbourhood: str) -> Sequence[dict[str, Any]]:
    """Who serves this neighbourhood, as persons."""
    return await app[OFFICERS](neighbourhood) if OFFICERS in app else []


async def next_surgeries_of(app: web.Application, neighbourhood: str) -> Sequence[dict[str, Any]]:
    """The surgeries that are open or come next, the soonest first."""
    return await app[NEXT_SURGERIES](neighbourhood) if NEXT_SURGERIES in app else []


async def past_surgeries_of(app: web.Application, neighbourhood: str) -> Sequence[dict[str, Any]]:
    """The surgeries that are over, the latest first."""
    return await app[PAST_SURGERIES](neighbourhood) if PAST_SURGERIES in app else []


async def logs_of(app: web.Application, neighbourhood: str) -> Sequence[dict[str, Any]]:
    """The newest running logs here, those that are kept now first."""
    return await app[LOGS](neighbourhood) if LOGS in app else []


async def forum_of(app: web.Application, neighbourhood: str) -> dict[str, Any] | None:
    """The neighbourhood's forum and what was written under last in it."""
    return await app[FORUM](neighbourhood) if FORUM in app else None


async def priorities_of(app: web.Application, neighbourhood: str) -> dict[str, Any] | None:
    """The round of priorities that goes on, and what is worked on."""
    return await app[PRIORITIES](neighbourhood) if PRIORITIES in app else None
