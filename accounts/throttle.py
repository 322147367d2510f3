"""How often a password may be guessed: few times for one account from one address, more from all of them together.

Known accounts and unknown ones are counted alike.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from aiohttp import web

from foundation.keys import LIMITS

_turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()


@asynccontextmanager
async def guess_for(app: web.Application, email: str, address: str) -> AsyncIterator[None]:
    """Let one sign-in for this account be tried; raises TooFast.

    Those for one account take turns, so that many sent at once can't all be let in before the first has failed.
    """
    await app[LIMITS].check("sign_in_address", address)
    async with _turns.setdefault(_key(email), asyncio.Lock()):
        for name, key in _counters(email, address):
            if await app[LIMITS].full(name, key):
                await app[LIMITS].check(name, key)
        yield


async def guessed_wrong(app: web.Application, email: str, address: str) -> None:
    """Count a wrong guess; raises TooFast when it was one too many."""
    for name, key in _counters(email, address):
        await app[LIMITS].check(name, key)


async def guessed_right(app: web.Application, email: str, address: str) -> None:
    """Forget the wrong guesses from this address; those from elsewhere still count."""
    await app[LIMITS].reset("sign_in_account_address", _key(email, address))


def _counters(email: str, address: str) -> tuple[tuple[str, str], ...]:
    """The limits that a wrong guess counts for, with their keys."""
    return (("sign_in_account_address", _key(email, address)), ("sign_in_account", _key(email)))


def _key(email: str, address: str = "") -> str:
    """The counters may stand in Redis: they hold no address."""
    return hashlib.blake2s(f"{email.strip().lower()} {address}".encode(errors="replace")).hexdigest()
