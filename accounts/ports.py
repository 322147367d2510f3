"""What accounts tell the floors above and ask of them: filled by the roof, empty until then."""

from collections.abc import Sequence
from typing import Any, Protocol

from aiohttp import web


class PersonChanged(Protocol):
    """A person's name or badge is another now: screens that show it are to draw it anew. Called after the commit."""

    async def __call__(self, person: str) -> None: ...


class OfficersSurgeries(Protocol):
    """The open and the coming surgeries that an officer hosts, the soonest first, as neighbourhoods' pages get them."""

    async def __call__(self, officer: str) -> Sequence[dict[str, Any]]: ...


PERSON_CHANGED: web.AppKey[PersonChanged] = web.AppKey("person_changed")
OFFICERS_SURGERIES: web.AppKey[OfficersSurgeries] = web.AppKey("officers_surgeries")


async def person_changed(app: web.Application, person: str) -> None:
    """Tell whoever shows this person."""
    if PERSON_CHANGED in app:
        await app[PERSON_CHANGED](person)


async def surgeries_of(app: web.Application, officer: str) -> Sequence[dict[str, Any]]:
    """What an officer hosts now and next."""
    return await app[OFFICERS_SURGERIES](officer) if OFFICERS_SURGERIES in app else ()
