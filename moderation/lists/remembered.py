"""A force's own words, remembered for a moment: they are asked for with every message."""

import time
from typing import Final

from aiohttp import web

from moderation.screening_rules.own_words import OwnWords

_FRESH: Final = 2.0
"""Seconds: what another process changed is heard of after them."""


class RememberedWords:
    """Words by force."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[OwnWords, float]] = {}

    def fresh(self, force: str) -> OwnWords | None:
        """Those that were read a moment ago."""
        words, read_at = self._words.get(force, (None, 0.0))
        return words if time.monotonic() - read_at < _FRESH else None

    def keep(self, force: str, words: OwnWords) -> OwnWords:
        """Remember them; gives the same value again as long as they are the same, for what is made of them is dear."""
        before, _read_at = self._words.get(force, (None, 0.0))
        self._words[force] = (before if before == words and before else words, time.monotonic())
        return self._words[force][0]

    def forget(self, force: str) -> None:
        """They are others now."""
        words = self._words.get(force)
        if words:
            self._words[force] = (words[0], float("-inf"))


OWN_WORDS: web.AppKey[RememberedWords] = web.AppKey("own_words", RememberedWords)
