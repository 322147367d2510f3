"""Erasing private conversations when their time is over, but for what a legal hold keeps."""

from datetime import timedelta
from functools import partial

from aiohttp import web

from foundation import clock
from foundation.keys import SETTINGS
from moderation.legal_holds.kept import kept_of
from rooms.booth import purging_store as store
from rooms.writing import Change, write

_TOGETHER = 50
"""Messages in one transaction."""


async def purge_booths(app: web.Application) -> None:
    """Erase the words of every booth whose time is over; again, or in two processes at once, it does nothing more.

    What a hold keeps stays, and so does the booth's row: the next run after the hold's end takes it.
    """
    for booth_id in await store.due(clock.now()):
        last = ""
        while messages := await store.with_words(booth_id, _TOGETHER, after=last):
            await write(app, booth_id, partial(_erase, booth_id, messages))
            last = messages[-1][0]
        await write(app, booth_id, partial(_forget, booth_id))


async def purge_tickets(app: web.Application) -> None:
    """Forget who waited, and about what, after the same time; not who is under a hold."""
    before = clock.now() - timedelta(days=app[SETTINGS].booth_days)
    for ticket, person in await store.old_tickets(before):
        if not (await kept_of(person)).everything:
            await store.remove_ticket(ticket)


async def _erase(booth_id: str, messages: list[tuple[str, str]]) -> Change[None]:
    # Asked in the transaction that erases: a hold that was placed a moment ago counts.
    await store.remove_words(booth_id, [id_ for id_, author in messages if not (await kept_of(author)).has(id_)])
    return Change(None)


async def _forget(booth_id: str) -> Change[None]:
    """Where no word is left, who it was with goes too; how long it took stays, for estimates."""
    if not await store.with_words(booth_id, 1):
        await store.set_purged(booth_id)
    return Change(None)
