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
