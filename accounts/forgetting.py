"""Forgetting what is over: each run a bounded part of it, so that nobody waits for the rest.

Two processes that run at once find the same rows, and the later one removes none: nothing else comes of it.
"""

from datetime import timedelta
from itertools import repeat

from aiohttp import web

from accounts import forgetting_store
from accounts.leaving.words import keeps_something
from accounts.ports import HOLDINGS
from foundation import clock
from foundation.audit.personal import erase_personal
from foundation.database import atomic

KEPT = timedelta(days=30)
"""How long a sign-in or a link that is over is still known: for who asks about a strange one."""
GUESTS_KEPT = timedelta(days=90)
_AT_ONCE, _TIMES = 500, 10
_GUESTS_AT_ONCE = 100
_BEFORE_ALL = ""

_looked_at = _BEFORE_ALL
"""The last guest whom this process looked at: those with words stay, and must not be all that it ever sees."""


async def forget_sign_ins(_app: web.Application) -> None:
    """Forget sessions and links thirty days after their end."""
    before = clock.now() - KEPT
    for remove in (forgetting_store.remove_sessions, forgetting_store.remove_links):
        for most in repeat(_AT_ONCE, _TIMES):
            if await remove(before, most) < most:
                break


async def forget_guests(app: web.Application) -> None:
    """Forget guests who were not seen for ninety days, and of whom nothing is held: no words, flags or restrictions.

    Whoever said something stays: their words point at them.
    """
    global _looked_at
    since = clock.now() - GUESTS_KEPT
    guests = await forgetting_store.old_guests(since, _looked_at, _GUESTS_AT_ONCE)
    seen = await forgetting_store.seen_since(since, guests)
    gone = [guest for guest in guests if guest not in seen and not await _is_held(app, guest)]
    if gone:
        await atomic(lambda: _forget(gone))
    _looked_at = guests[-1] if guests else _BEFORE_ALL


async def _is_held(app: web.Application, guest: str) -> bool:
    for holding in app[HOLDINGS]:
        async for _row in holding.read(guest):
            return True
    return await keeps_something(app, guest)


async def _forget(guests: list[str]) -> None:
    await erase_personal(guests)
    await forgetting_store.remove_guests(guests)
