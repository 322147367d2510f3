"""The sealed terms that this process looks for: read again each second, so that every process follows another's."""

import asyncio
import time
from datetime import date
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.settings import Settings
from moderation.sealed import store
from moderation.sealed.digests import Digests, HashedTerm
from moderation.sealed.keys import SealingKey, sealing_key

_FRESH = 1.0
"""Seconds. A case that another process opens is looked for here after so long at most."""

Stamp = tuple[date, tuple[tuple[str, int], ...]]


class TermsInUse:
    """The terms of the cases that stand today. They are only ever added to, so their count tells of new ones."""

    def __init__(self, settings: Settings) -> None:
        self.key = sealing_key(settings)
        self._zone = settings.time_zone
        self._read_at = float("-inf")
        self._stamp: Stamp | None = None
        self._digests: Digests | None = None
        self._lock = asyncio.Lock()

    def today(self) -> date:
        """By the force's own clock."""
        return clock.today_in(self._zone)

    def stands(self, case: dict[str, Any]) -> bool:
        """Whether a case is one whose terms are to be found today."""
        return case["ended_at"] is None and case["ends_on"] >= self.today()

    def forget(self) -> None:
        """Read anew for the next text: something has changed here."""
        self._read_at = float("-inf")

    async def digests(self) -> Digests | None:
        """What to look for now; None where there is nothing, or no key."""
        if self.key is None:
            return None
        if not self._is_fresh():
            async with self._lock:
                if not self._is_fresh():
                    await self._read(self.key)
        return self._digests

    def _is_fresh(self) -> bool:
        same_day = self._stamp is not None and self._stamp[0] == self.today()
        return same_day and time.monotonic() - self._read_at < _FRESH

    async def _read(self, key: SealingKey) -> None:
        began, today = time.monotonic(), self.today()
        cases = await store.standing_cases(today, key.id)
        stamp = (today, tuple(sorted((str(case["id"]), int(case["terms"])) for case in cases)))
        if stamp != self._stamp:
            self._digests, self._stamp = await _loaded(key, cases), stamp
        self._read_at = began


async def _loaded(key: SealingKey, cases: list[dict[str, Any]]) -> Digests | None:
    forces = {str(case["id"]): str(case["force_id"]) for case in cases}
    rows = await store.terms_of(forces) if forces else []
    terms = [HashedTerm(row["case_id"], forces[row["case_id"]], row["digest"], row["words"]) for row in rows]
    return Digests(key, terms) if terms else None


TERMS_IN_USE: web.AppKey[TermsInUse] = web.AppKey("terms_in_use")
