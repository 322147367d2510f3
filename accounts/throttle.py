"""How often a password may be guessed: few times for one account, more for one address, known or not."""

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
        if await app[LIMITS].full("sign_in_account", _key(email)):
            await app[LIMITS].check("sign_in_account", _key(email))
        yield


async def guessed_wrong(app: web.Application, email: str) -> None:
    """Count a wrong guess; raises TooFast when it was one too many."""
    await app[LIMITS].check("sign_in_account", _key(email))


async def guessed_right(app: web.Application, email: str) -> None:
    """Forget the wrong guesses."""
    await app[LIMITS].reset("sign_in_account", _key(email))


def _key(email: str) -> str:
    """The counters may stand in Redis: they hold no address."""
    return hashlib.blake2s(email.strip().lower().encode(errors="replace")).hexdigest()
