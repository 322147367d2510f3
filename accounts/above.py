"""What the floors above tell of a person and are told of one: nothing until the roof has filled the ports."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from accounts.ports import DUTY_CHANGED, NAME_MAY_BE_SHOWN, OFFICERS_SURGERIES, PERSON_CHANGED


async def person_changed(app: web.Application, person: str) -> None:
    """Tell whoever shows this person, after the commit."""
    if PERSON_CHANGED in app:
        await app[PERSON_CHANGED](person)


async def duty_changed(app: web.Application, officer: str) -> None:
    """Tell whoever shows this officer's words, after the commit."""
    if DUTY_CHANGED in app:
        await app[DUTY_CHANGED](officer)


async def check_may_be_shown(app: web.Application, name: str, person: str | None) -> None:
    """Raises Invalid for a name that the floors above do not let stand anywhere, or not for this person.

    None: somebody who is nobody here yet.
    """
    if NAME_MAY_BE_SHOWN in app:
        await app[NAME_MAY_BE_SHOWN](name, person)


async def surgeries_of(app: web.Application, officer: str) -> Sequence[dict[str, Any]]:
    """What an officer hosts now and next."""
    return await app[OFFICERS_SURGERIES](officer) if OFFICERS_SURGERIES in app else ()
