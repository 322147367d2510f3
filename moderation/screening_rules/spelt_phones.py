"""Phone numbers written out in words."""

from collections.abc import Iterator

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading, places_of
from moderation.screening_rules.rules import Find

_ZEROS = dict.fromkeys(("zero", "oh", "o", "nought", "dim"), 1)
_NUMBERS = dict.fromkeys(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)
_REPEATS = {"double": 1, "treble": 2, "triple": 2}
_WORTH = {**_ZEROS, **_NUMBERS, **_REPEATS}
"""Digits that a word adds: `double seven` is two, one by each word."""
_WORDS = frozenset(_WORTH)

_FEWEST_DIGITS = 9


def finder(_lists: Lists, _words: str, _but_not: str) -> Find:
    """Nine digits and more that begin with a zero: `oh seven seven double oh nine …`."""

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        if _ZEROS.keys().isdisjoint(reading.tokens):
            return
        start, digits, end = -1, 0, -1
        for place in places_of(_WORDS, reading.tokens):
            if place != end:
                if digits >= _FEWEST_DIGITS:
                    yield reading.span_of_tokens(start, end)
                start, digits = place, 0
            begun = digits or reading.tokens[place] in _ZEROS
            start, digits = (start, digits + _WORTH[reading.tokens[place]]) if begun else (place + 1, 0)
            end = place + 1
        if digits >= _FEWEST_DIGITS:
            yield reading.span_of_tokens(start, end)

    return find
