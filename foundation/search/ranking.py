"""What is shown first: by how well it fits, and how fresh it is."""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta

from foundation.search.asked import Match

_HALF_AS_FRESH = timedelta(days=120)
_OLD = 0.25
"""What remains of the score of something very old."""
_ANSWERED = 1.25
_BEFORE_OTHERS = {"topic": 1.5, "priority": 1.5, "surgery": 0.8}
"""Kinds with which reading begins. A series of surgeries has one title many times."""


def ranked(matches: Iterable[Match], asked_at: datetime) -> list[tuple[float, Match]]:
    """The matches with their scores as of a moment, best first; each once."""
    scored = {match.key: (score(match, asked_at), match) for match in matches}
    return sorted(scored.values(), key=lambda each: (-each[0], each[1].key))


def score(match: Match, asked_at: datetime) -> float:
    """Relevance times freshness; an officer's answer counts for a quarter more."""
    age = max(timedelta(0), asked_at - match.at) / _HALF_AS_FRESH
    fresh = _OLD + (1 - _OLD) * math.exp2(-age)
    return match.relevance * fresh * (_ANSWERED if match.answered else 1) * _BEFORE_OTHERS.get(match.kind, 1)
