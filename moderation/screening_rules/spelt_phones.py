"""Phone numbers written out in words."""

from collections.abc import Iterator
from typing import Final

from foundation.folding import Plain
from moderation.items.kinds import Kind
from moderation.screening_rules.hits import Span
from moderation.screening_rules.rules import Rule

VERSION: Final = 1
_ZEROS = dict.fromkeys(("zero", "oh", "o", "nought", "dim"), 1)
_NUMBERS = dict.fromkeys(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)
_REPEATS = {"double": 1, "treble": 2, "triple": 2}
_WORTH = {**_ZEROS, **_NUMBERS, **_REPEATS}
"""Digits that a word adds: `double seven` is two, one by each word."""

_FEWEST_DIGITS = 9


def find_spelt_phones(plain: Plain) -> Iterator[Span]:
    """Nine digits and more that begin with a zero: `oh seven seven double oh nine …`."""
    start, digits = -1, 0
    for place, word in enumerate([*plain.words, None]):
        worth = _WORTH.get(word.folded, 0) if word else 0
        if start >= 0 and worth:
            digits += worth
            continue
        if digits >= _FEWEST_DIGITS:
            yield plain.words[start].start, plain.words[place - 1].end
        start, digits = (place, 1) if word and word.folded in _ZEROS else (-1, 0)


RULES = (Rule("phone.spelt", VERSION, Kind.PERSONAL_DATA, find_spelt_phones),)
