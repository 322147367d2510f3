"""An emergency that is happening now: the words of people in danger, not of people who talk about it."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

import re2

from foundation.folding import Plain, Token
from moderation.screening_rules.hits import Rule, Span
from moderation.screening_rules.words import read_lines

VERSION: Final = 1
_NOW = re2.compile(r"\b(?:now|currently|at the moment|as we speak|help|please|nawr|rwan)\b")
# "What should I do if he has a knife?" A word like these stands at most three words before.
_THOUGHT = re2.compile(
    r"\b(?:if|when|whenever|unless|should|would|imagine|suppose|case|nobody|noone|no one|never|whether|os|pan)"
    r"(?: \w+){0,2} $"
)
_ENDS = frozenset(".!?;\n…")


def _read_patterns() -> str:
    names: dict[str, str] = {}
    patterns = []
    for line in read_lines("emergency"):
        name, is_name, alternatives = line.partition(" = ")
        for known, meaning in names.items():
            line, alternatives = line.replace(known, meaning), alternatives.replace(known, meaning)
        if is_name and name.startswith("<"):
            names[name] = f"(?:{alternatives})"
        else:
            patterns.append(line)
    return "|".join(patterns)


_HAPPENING = re2.compile(rf"\b(?:{_read_patterns()})\b")
_ANOTHER_TIME = re2.compile(rf"\b(?:{'|'.join(read_lines('emergency_not'))})\b")


def find_emergencies(plain: Plain) -> Iterator[Span]:
    """The words of each sentence that say it: `he has a knife`, `my house is on fire`, `she is not breathing`."""
    for sentence in _sentences(plain):
        words = " ".join(word.folded for word in sentence)
        found = _HAPPENING.search(words)
        if found and not _THOUGHT.search(words[: found.start()]) and _is_now(words):
            starts = list(accumulate((len(word.folded) + 1 for word in sentence), initial=0))
            first, last = bisect_right(starts, found.start()) - 1, bisect_right(starts, found.end() - 1) - 1
            yield sentence[first].start, sentence[last].end


def _is_now(words: str) -> bool:
    return bool(_NOW.search(words)) or not _ANOTHER_TIME.search(words)


def _sentences(plain: Plain) -> Iterator[list[Token]]:
    sentence: list[Token] = []
    for word in plain.words:
        if sentence and not _ENDS.isdisjoint(plain.source[sentence[-1].end : word.start]):
            yield sentence
            sentence = []
        sentence.append(word)
    yield sentence


RULES = (Rule("emergency.now", VERSION, "emergency", find_emergencies),)
