"""What accounts tell the floors above: filled by the roof, heard by nobody until then."""

from typing import Protocol

from aiohttp import web


class PersonChanged(Protocol):
    """A person's name or badge is another now: screens that show it are to draw it anew. Called after the commit."""

    async def __call__(self, person: str) -> None: ...


PERSON_CHANGED: web.AppKey[PersonChanged] = web.AppKey("person_changed")


async def person_changed(app: web.Application, person: str) -> None:
    """Tell whoever shows this person."""
    if PERSON_CHANGED in app:
        await app[PERSON_CHANGED](person)
