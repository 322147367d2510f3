"""How often one may: by person first, then by address, in memory or in Redis (several processes).

With BLUELAMP_LIMITS=off nothing is counted: for load tests only.
"""

import asyncio
import hmac
import math
import time
from typing import Final

from limits import RateLimitItem, parse
from limits.aio.storage import RedisStorage, Storage
from limits.aio.strategies import MovingWindowRateLimiter

from foundation.counting import MovingWindows
from foundation.errors import TooFast
from foundation.language import _, ngettext
from foundation.settings import Settings

# Ten messages in ten seconds from a person and thirty sign-ins a minute from an address must pass (the contract).
_RATES: Final[dict[str, RateLimitItem]] = {
    name: parse(rate)
    for name, rate in {
        "message": "20 per 10 second",
        "flag": "20 per 10 minute",
        # A hall or a school may share one address, and have the same thing to say.
        "flag_address": "40 per 10 minute",
        "event": "100 per 10 second",
        "sign_in_address": "60 per 1 minute",
        # From one place few; from everywhere more, else anybody could shut an officer out by guessing.
        "sign_in_account_address": "20 per 15 minute",
        "sign_in_account": "200 per 15 minute",
        # Only who has the password can guess at codes: nobody else shuts their owner out by it.
        "code_account": "10 per 15 minute",
        "passkey_address": "120 per 1 minute",
        # A hall, a school or a mobile network may share one address.
        "guest_address": "300 per 10 minute",
        # A code has 33 bits; who mistypes it a few times, or shares an address with a hall, is not shut out.
        "code_guess": "20 per 10 minute",
        "code_check": "300 per 10 minute",
        "api_write": "120 per 1 minute",
        "account_export": "10 per 1 hour",
        # A code that an officer printed has 50 bits: these are for who types at random all the same.
        "vouch_person": "10 per 1 hour",
        "vouch_address": "60 per 1 hour",
        "link_address": "30 per 10 minute",
        # Mails that somebody can have sent without being signed in: by who asks (a school may share an address), and
        # to whom they go.
        "letter_address": "60 per 1 hour",
        "letter_to": "5 per 1 hour",
        "letter_to_by_day": "12 per 1 day",
        "own_details": "20 per 1 hour",
        # Who takes a ticket and gives it back again and again would have the queue jump for everybody in it.
        "ticket": "6 per 10 minute",
        "ticket_address": "60 per 10 minute",
        # A room has tens of questions: nobody who reads them wants more than one a second.
        "vote": "60 per 1 minute",
        "similar": "60 per 1 minute",
        "photo": "20 per 10 minute",
        # In one place the fourth time is one too many; of short lines ten in ten seconds must pass, whatever they say
        # (the contract). See `moderation.repetition`.
        "same_text_first": "1 per 10 minute",
        "same_text_again": "2 per 10 minute",
        "same_text_anywhere": "20 per 10 minute",
        "same_short_text": "12 per 10 minute",
        "same_text_by_many": "9 per 10 minute",
        # A path, not a step, is one walk; who taps along by the arrow keys is at two a second.
        "topic": "20 per 10 minute",
        "reply": "60 per 1 minute",
        "draft": "120 per 1 minute",
        "preview": "60 per 1 minute",
        "picture": "40 per 10 minute",
        # Whoever reads on clicks; a hall or a school may share one address.
        "search": "60 per 1 minute",
        "search_address": "600 per 1 minute",
        "proposal": "10 per 10 minute",
        "support": "60 per 1 minute",
        # Who changes their mind, in two tabs, is not shut out; nobody has a reason for more.
        "ballot": "60 per 1 minute",
        # A code has 60 bits: this is for who types at random. A hall may share one address.
        "ballot_code_address": "120 per 10 minute",
        "opinion": "120 per 1 minute",
        "walk": "20 per 10 second",
        "step": "20 per 1 minute",
    }.items()
}
_IN_MINUTES = 120
"""Seconds from which a wait is said in minutes: nobody counts to five hundred."""


class Limits:
    """Counts acts by name and key. `check` raises TooFast with the seconds to wait."""

    def __init__(self, settings: Settings) -> None:
        self._on = settings.limits
        self._far = bool(settings.redis_url)
        self._secret = settings.secret_key.encode()
        self._storage: Storage = (
            RedisStorage(_storage_address(settings.redis_url), implementation="redispy")
            if settings.redis_url
            else MovingWindows()
        )
        self._window = MovingWindowRateLimiter(self._storage)

    async def check(self, name: str, key: str) -> None:
        """Count one act; raises TooFast when there were too many. A counter that is away lets the act pass."""
        if not self._on:
            return
        rate, counted = _RATES[name], self._counted(name, key)
        try:
            if await self._window.hit(rate, name, counted):
                return
            reset = (await self._window.get_window_stats(rate, name, counted)).reset_time
        except self._storage.base_exceptions:  # Redis is away: people go on, the rest of the server says so
            return
        wait = max(1, math.ceil(reset - time.time()))
        raise TooFast(_please_wait(wait), retry_after=wait)

    async def within(self, name: str, *keys: str) -> bool:
        """Count one act under each key, and say whether it was one too many under none of them.

        Never too many while the counter is away.
        """
        if not self._on:
            return True
        hits = [self._window.hit(_RATES[name], name, self._counted(name, key)) for key in keys]
        try:
            # Redis is asked for all at once; in memory nothing is waited for, and a task takes longer than to count.
            return all(await asyncio.gather(*hits) if self._far else [await hit for hit in hits])
        except self._storage.base_exceptions:
            return True

    async def full(self, name: str, key: str) -> bool:
        """Whether the next act would be one too many; counts nothing. Never, while the counter is away."""
        try:
            return self._on and not await self._window.test(_RATES[name], name, self._counted(name, key))
        except self._storage.base_exceptions:
            return False

    async def reset(self, name: str, key: str) -> None:
        """Forget what was counted, as after a right password; nothing, while the counter is away."""
        try:
            await self._window.clear(_RATES[name], name, self._counted(name, key))
        except self._storage.base_exceptions:
            return

    def _counted(self, name: str, key: str) -> str:
        """Under what Redis counts. It keeps moments, on a disk too where it is told to: there they are nobody’s,
        neither a person’s nor an address’s. Who voted when must not be read off them.
        """
        if not self._far:
            return key
        return hmac.digest(self._secret, f"limit.{name}.{key}".encode(errors="replace"), "sha256").hex()


def _please_wait(seconds: int) -> str:
    if seconds < _IN_MINUTES:
        return _("Too fast. Please wait %(seconds)s seconds and try again.", seconds=seconds)
    minutes = math.ceil(seconds / 60)
    return ngettext(
        "Too often. Please wait %(n)s minute and try again.",
        "Too often. Please wait %(n)s minutes and try again.",
        minutes,
    )


def _storage_address(redis_url: str) -> str:
    """The library's name for an address of Redis: its own for one on a Unix socket."""
    return f"async+redis+{redis_url}" if redis_url.startswith("unix://") else f"async+{redis_url}"
