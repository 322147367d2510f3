"""An emergency that is happening now: the words of people in danger, not of people who talk about it."""

from collections.abc import Iterator
from typing import Final

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

_NOW = re2.compile(r"\b(?:now|currently|at the moment|as we speak|help|please|nawr|rwan)\b")
# "What should I do if he has a knife?" A word like these stands at most three words before.
_THOUGHT = re2.compile(
    r"\b(?:if|when|whenever|unless|should|would|imagine|suppose|case|nobody|noone|no one|never|whether|os|pan)"
    r"(?: \w+){0,2} $"
)
_JOINTS = re2.compile(r"\b(?:and|but|ond)\b")
_NEAR: Final = 200


def finder(lists: Lists, words: str, but_not: str) -> Find:
    """The words of each sentence that say it: `he has a knife`, `my house is on fire`, `she is not breathing`.

    `words` are patterns of what happens, `but_not` of what says that it happens at another time.
    """
    happening, another_time = lists.patterns(words), lists.patterns(but_not)

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        for found in happening.finditer(reading.said):
            start, end = found.span()
            before, after = reading.sentence_of(start, end, _NEAR)
            if _THOUGHT.search(before):
                continue
            clause = _last_clause(before) + reading.said[start:end] + _first_clause(after)
            if _NOW.search(clause) or not another_time.search(clause):
                yield reading.span_of_said(start, end)

    return find


def _last_clause(words: str) -> str:
    """What follows the last and, or the last but: `last week they did this, and now` is two clauses."""
    return words[max((joint.end() for joint in _JOINTS.finditer(words)), default=0) :]


def _first_clause(words: str) -> str:
    joint = _JOINTS.search(words)
    return words[: joint.start()] if joint else words
