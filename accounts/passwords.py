"""Passwords: Argon2id with OWASP's parameters, two at a time, so that sign-ins never take the room's processor.

An unknown address is checked against a dummy, so that it takes as long as a known one.
"""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from foundation.errors import Invalid, Unavailable
from foundation.language import _

SHORTEST, LONGEST = 12, 128
"""Characters. The cap keeps what is hashed small; nobody types more."""

MOST_WAITING = 200
# OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Linux keeps a niceness for each thread: whoever talks in a room goes before whoever signs in. No more than ten, for
# a thread that must wait for other programs while it holds the interpreter would hold up the room itself.
_NICENESS = 10
_executor = ThreadPoolExecutor(2, "passwords", initializer=os.nice, initargs=(_NICENESS,))
_waiting = 0
T = TypeVar("T")


def check_new_password(password: str) -> None:
    """Raises Invalid for a password that can't be taken."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid.at(
            "password",
            _(
                "A password has between %(least)s and %(most)s characters. Three random words make a good one.",
                least=SHORTEST,
                most=LONGEST,
            ),
        )


async def hash_password(password: str) -> str:
    """The hash to keep; raises Unavailable when too many are waiting."""
    return await _off_the_loop(lambda: _hasher.hash(_bytes(password)))


async def password_matches(password: str, kept: str | None) -> bool:
    """Whether the password is the one whose hash was kept; with None it takes as long, and is not."""
    # One character more than any kept password has: what is longer is wrong, and not worth hashing.
    right = await _off_the_loop(lambda: _verify(kept or _dummy(), password[: LONGEST + 1]))
    return right and kept is not None


def _verify(kept: str, password: str) -> bool:
    try:
        return _hasher.verify(kept, _bytes(password))
    except (VerificationError, InvalidHashError):
        return False


def _bytes(password: str) -> bytes:
    return password.encode(errors="surrogatepass")


@cache
def _dummy() -> str:
    return _hasher.hash("nobody has this password")


async def _off_the_loop(work: Callable[[], T]) -> T:
    global _waiting
    if _waiting >= MOST_WAITING:
        raise Unavailable(_("Many people are signing in just now. Please try again in a minute."), retry_after=10)
    _waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_executor, work)
    finally:
        _waiting -= 1
