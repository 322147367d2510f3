"""Phone numbers written out in words."""

from collections.abc import Iterator

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

_ZEROS = dict.fromkeys(("zero", "oh", "o", "nought", "dim"), 1)
_NUMBERS = dict.fromkeys(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)
_REPEATS = {"double": 1, "treble": 2, "triple": 2}
_WORTH = {**_ZEROS, **_NUMBERS, **_REPEATS}
"""Digits that a word adds: `double seven` is two, one by each word."""

_FEWEST_DIGITS = 9
_FEWEST_WORDS = 5


def finder(_lists: Lists, _words: str, _but_not: str) -> Find:
    """Nine digits and more that begin with a zero: `oh seven seven double oh nine …`."""

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        if (
            _ZEROS.keys().isdisjoint(reading.tokens)
            or len([word for word in reading.tokens if word in _WORTH]) < _FEWEST_WORDS
        ):
            return
        start, digits = -1, 0
        for place, word in enumerate(reading.tokens):
            worth = _WORTH.get(word, 0)
            if start >= 0 and worth:
                digits += worth
                continue
            if digits >= _FEWEST_DIGITS:
                yield reading.span_of_tokens(start, place)
            start, digits = (place, 1) if word in _ZEROS else (-1, 0)

    return find
