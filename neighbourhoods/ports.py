"""What a neighbourhood's page and answer show of the floors above: filled by the roof, empty until then.

Both give what the contract calls `person` and `surgery`.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from aiohttp import web


class Officers(Protocol):
    """The officers of a neighbourhood, as public persons, in the order to show them."""

    async def __call__(self, neighbourhood: str) -> Sequence[dict[str, Any]]: ...


class Surgeries(Protocol):
    """Surgeries of a neighbourhood: the coming and open ones, soonest first, or the past ones, latest first."""

    async def __call__(self, neighbourhood: str) -> Sequence[dict[str, Any]]: ...


OFFICERS: web.AppKey[Officers] = web.AppKey("neighbourhood_officers")
NEXT_SURGERIES: web.AppKey[Surgeries] = web.AppKey("neighbourhood_next_surgeries")
PAST_SURGERIES: web.AppKey[Surgeries] = web.AppKey("neighbourhood_past_surgeries")


async def officers_of(app: web.Application, neighbourhood: str) -> Sequence[dict[str, Any]]:
    """Who serves this neighbourhood; empty until the roof has filled the port."""
    return await app[OFFICERS](neighbourhood) if OFFICERS in app else ()


async def next_surgeries_of(app: web.Application, neighbourhood: str) -> Sequence[dict[str, Any]]:
    """What is open or comes next; empty until the roof has filled the port."""
    return await app[NEXT_SURGERIES](neighbourhood) if NEXT_SURGERIES in app else ()


async def past_surgeries_of(app: web.Application, neighbourhood: str) -> Sequence[dict[str, Any]]:
    """What is over and has a transcript; empty until the roof has filled the port."""
    return await app[PAST_SURGERIES](neighbourhood) if PAST_SURGERIES in app else ()
