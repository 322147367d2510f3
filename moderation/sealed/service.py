"""Whether a text says something of a sealed case. Nobody reads here what that is."""

import asyncio

from aiohttp import web

from foundation.errors import Invalid
from foundation.language import _
from moderation.items.kinds import Kind
from moderation.screening_rules.hits import Hit
from moderation.sealed.in_use import TERMS_IN_USE

RULE, VERSION = "sealed", 1
_HIT = Hit(RULE, VERSION, None, None, Kind.SEALED)
_LONG = 500
"""Characters; above it a text is read in a thread."""


async def sealed_hits(app: web.Application, force: str | None, text: str) -> tuple[tuple[Hit, ...], str | None]:
    """What a text says of the sealed cases of a force (None: of any): a hit without a place, and the case's id.

    Of several cases the oldest: whoever reads the text needs to be cleared for it, and for the others as well, which
    `moderation.sealed.reading` asks of the words themselves.
    """
    cases = await cases_in(app, force, text)
    return ((_HIT,), cases[0]) if cases else ((), None)


async def cases_in(app: web.Application, force: str | None, text: str) -> list[str]:
    """The ids of the cases that a text says something of, the oldest first."""
    digests = await app[TERMS_IN_USE].digests()
    if digests is None:
        return []
    if len(text) <= _LONG:
        return digests.cases_in(text, force)
    return await asyncio.to_thread(digests.cases_in, text, force)


def reason_of_sealed() -> str:
    """What the author of such a text reads: what a moderator's first look is always announced with."""
    return _("A moderator will read it before anybody else can.")


async def check_name_unsealed(app: web.Application, name: str) -> None:
    """Raises Invalid, in neutral words, for a name that is a term of a sealed case of any force, or has one in it."""
    if await cases_in(app, None, name):
        raise Invalid.at("name", _("That name can’t be used here. Please choose another."))


async def check_unsealed(app: web.Application, force: str | None, *texts: str, field: str = "body") -> None:
    """Raises Invalid, in neutral words, for texts that are shown at once and say something of a sealed case."""
    for text in texts:
        if text and await cases_in(app, force, text):
            raise Invalid.at(
                field, _("This can’t be posted as it is. Please leave out who it is about, or ask a moderator.")
            )
