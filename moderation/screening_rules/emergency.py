"""An emergency that is happening now: the words of people in danger, not of people who talk about it."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

import re2

from foundation.folding import Plain, Token
from moderation.items.kinds import Kind
from moderation.screening_rules.hits import Span
from moderation.screening_rules.rules import Rule
from moderation.screening_rules.words import read_lines

VERSION: Final = 1
_NOW = re2.compile(r"\b(?:now|currently|at the moment|as we speak|help|please|nawr|rwan)\b")
# "What should I do if he has a knife?" A word like these stands at most three words before.
_THOUGHT = re2.compile(
    r"\b(?:if|when|whenever|unless|should|would|imagine|suppose|case|nobody|noone|no one|never|whether|os|pan)"
    r"(?: \w+){0,2} $"
)
_JOINTS = re2.compile(r"\b(?:and|but|ond)\b")
_NEAR = 200
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
        for found in _HAPPENING.finditer(words):
            start, end = found.span()
            before, after = words[max(0, start - _NEAR) : start], words[end : end + _NEAR]
            if not _THOUGHT.search(before) and _is_now(_last_clause(before) + found[0] + _first_clause(after)):
                yield _span(sentence, start, end)


def _span(sentence: list[Token], start: int, end: int) -> Span:
    starts = list(accumulate((len(word.folded) + 1 for word in sentence), initial=0))
    return sentence[bisect_right(starts, start) - 1].start, sentence[bisect_right(starts, end - 1) - 1].end


def _last_clause(words: str) -> str:
    """What follows the last and, or the last but: `last week they did this, and now` is two clauses."""
    return words[max((joint.end() for joint in _JOINTS.finditer(words)), default=0) :]


def _first_clause(words: str) -> str:
    joint = _JOINTS.search(words)
    return words[: joint.start()] if joint else words


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


RULES = (Rule("emergency.now", VERSION, Kind.EMERGENCY, find_emergencies),)
