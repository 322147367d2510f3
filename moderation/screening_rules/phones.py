"""Phone numbers that belong to somebody, however they are spaced. Numbers of services pass.

What is a possible number is for `phonenumbers` to say (POSSIBLE, region GB). In the United Kingdom people and homes
have numbers that begin with 01, 02 and 07; 03 (public bodies, by Ofcom's numbering plan), 08 and 09 are services',
and so is everything short: 999, 101, 105, 111, 119, 18000, 116 123.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import phonenumbers
import re2

from foundation.folding import Plain
from moderation.screening_rules.hits import Rule, Span

VERSION: Final = 1
_REGION = "GB"
# An o between digits is a zero in disguise.
_STRETCH = re2.compile(r"[0-9o](?:[\s.\-()·_*‐‑‒–—]{0,3}[0-9o])+")
_DATE = re2.compile(
    r"(?:[0-3]?[0-9][ .\-–](?:0[1-9]|1[0-2])(?:[ .\-–](?:19|20)|[.\-–])[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[ .\-–](?:0[1-9]|1[0-2])[ .\-–][0-3][0-9])\b"
)
_REFERENCE = re2.compile(
    r"\b(?:ref|reference|crime|case|log|occurrence|incident|order|urn)(?:[\s:#.]+(?:no|number|num|is|id))*[\s:#.]*$"
)
_CUE = re2.compile(
    r"\b(?:(?:call|ring|text|phone|bell|whatsapp) (?:me|him|her|them|us)"
    r"|(?:my|his|her|their) (?:number|mobile|mob|phone)|tel|mob|mobile|whatsapp)(?: is| on| at| no| number)*[\s:.]*$"
)
_SERVICES = frozenset({"116000", "116006", "116111", "116117", "116123"})
_LONGEST_CUE = 40
_LONGEST_DATE = 11  # and a character more, so that a date ends where it ends
_NUMBER_WORDS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})
_ZEROS = frozenset({"zero", "oh", "o", "nought", "dim"})
_REPEATS = {"double": 1, "treble": 2, "triple": 2}
_SPELT_DIGITS = 9


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Digits with little between them: the digits, where each stands, and the text that they are from."""

    text: str
    digits: str
    places: list[int]

    def begins_group(self, at: int) -> bool:
        before = self.places[at] - 1
        return before < 0 or not self.text[before].isalnum()

    def ends_group(self, at: int) -> bool:
        after = self.places[at] + 1
        return after >= len(self.text) or not self.text[after].isalnum()

    def before(self, at: int) -> str:
        place = self.places[at]
        return self.text[max(0, place - _LONGEST_CUE) : place]


def find_phones(plain: Plain) -> Iterator[Span]:
    """Numbers with their 0 or + in front, and shorter ones after words such as `ring me on`."""
    for found in _STRETCH.finditer(plain.text):
        places = [place for place in range(*found.span()) if plain.text[place] in "0123456789o"]
        stretch = _Stretch(plain.text, "".join(plain.text[place] for place in places).replace("o", "0"), places)
        at = 0
        while at < len(places):
            count = _number_at(stretch, at) if stretch.begins_group(at) else 0
            if count > 0:
                yield plain.span(places[at], places[at + count - 1] + 1)
            at += abs(count) or 1


def _number_at(stretch: _Stretch, at: int) -> int:
    """How many digits the number that begins here has; 0 for none, less than 0 for as many digits of a date."""
    if date := _DATE.match(stretch.text[stretch.places[at] : stretch.places[at] + _LONGEST_DATE]):
        return -sum(map(str.isdigit, date[0]))
    plus = stretch.before(at).rstrip("( ").endswith("+")
    first = stretch.digits[at : at + 2]
    if plus or first == "00":
        return _first_possible(stretch, at, range(15, 8, -1), "+" if plus else "")
    if first in ("01", "02", "07"):
        return 0 if _is_reference(stretch, at) else _first_possible(stretch, at, (11, 10), "")
    return _after_cue(stretch, at)


def _first_possible(stretch: _Stretch, at: int, counts: range | tuple[int, ...], prefix: str) -> int:
    for count in counts:
        end = at + count
        if end <= len(stretch.digits) and stretch.ends_group(end - 1):
            number = prefix + stretch.digits[at:end]
            if any(stretch.text[place] != "o" for place in stretch.places[at:end]) and _is_personal(number):
                return count
    return 0


def _is_personal(number: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, _REGION)
    except phonenumbers.NumberParseException:
        return False
    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return False
    return parsed.country_code != 44 or str(parsed.national_number)[0] in "127"


def _is_reference(stretch: _Stretch, at: int) -> bool:
    """The reference of a crime; a mobile's number stays one, whatever it is called."""
    return stretch.digits[at : at + 2] != "07" and bool(_REFERENCE.search(stretch.before(at)))


def _after_cue(stretch: _Stretch, at: int) -> int:
    """A local number, six to eight digits, where the words before say that it is somebody's."""
    count = len(stretch.digits) - at
    own = stretch.digits[at:] not in _SERVICES and stretch.ends_group(len(stretch.digits) - 1)
    return count if 6 <= count <= 8 and own and _CUE.search(stretch.before(at)) else 0


def find_spelt_phones(plain: Plain) -> Iterator[Span]:
    """Numbers in words: `oh seven seven double oh nine …`, nine digits and more that begin with a zero."""
    start, digits = -1, 0
    for place, word in enumerate([*plain.words, None]):
        worth = _digits_of(word.folded) if word else 0
        if worth and start >= 0:
            digits += worth
        elif digits >= _SPELT_DIGITS:
            yield plain.words[start].start, plain.words[place - 1].end
        if not worth:
            start, digits = -1, 0
        elif start < 0 and word and word.folded in _ZEROS:
            start, digits = place, 1


def _digits_of(word: str) -> int:
    return _REPEATS.get(word, 0) or int(word in _NUMBER_WORDS or word in _ZEROS)


RULES = (
    Rule("phone.number", VERSION, "personal_data", find_phones),
    Rule("phone.spelt", VERSION, "personal_data", find_spelt_phones),
)
