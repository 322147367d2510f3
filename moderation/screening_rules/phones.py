"""Phone numbers that belong to somebody, however they are spaced. Numbers of services pass.

What is a possible number is for `phonenumbers` to say (POSSIBLE, region GB). In the United Kingdom people and homes
have numbers that begin with 01, 02 and 07; 03 (public bodies, by Ofcom's numbering plan), 08 and 09 are services',
and so is everything short: 999, 101, 105, 111, 119, 18000, 116 123.
"""

from collections.abc import Iterator
from functools import lru_cache

import phonenumbers
import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.digits import Stretch
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

_REGION = "GB"
_LENGTHS = range(11, 9, -1)
_FOREIGN_LENGTHS = range(15, 8, -1)
_FEWEST_REAL_DIGITS = 5
_MOST_FOREIGN = 10
_REFERENCE = re2.compile(
    r"\b(?:ref|reference|crime|case|log|occurrence|incident|order|urn)(?:[\s:#.]+(?:no|number|num|is|id))*[\s:#.]*$"
)
_CUE = re2.compile(
    r"\b(?:(?:call|ring|text|phone|bell|whatsapp) (?:me|him|her|them|us)"
    r"|(?:my|his|her|their) (?:number|mobile|mob|phone)|tel|mob|mobile|whatsapp)(?: is| on| at| no| number)*[\s:.]*$"
)
_SERVICES = frozenset({"116000", "116006", "116111", "116117", "116123"})


def finder(_lists: Lists, _words: str, _but_not: str) -> Find:
    """Numbers with their 0 or + in front, and shorter ones after words such as `ring me on`."""

    return _find_phones


def _find_phones(reading: Reading, _context: Context) -> Iterator[Span]:
    """`phonenumbers` is slow on what is no number, so only the first ten that could be foreign are asked about."""
    foreign_left = _MOST_FOREIGN
    for stretch in reading.stretches:
        at = 0
        while at < len(stretch.digits):
            begins = stretch.begins_group(at)
            date, count = stretch.date_at(at) if begins else 0, 0
            if begins and not date:
                foreign = _is_foreign(stretch, at)
                foreign_left -= foreign
                count = _number_at(stretch, at, foreign and foreign_left >= 0)
            if count:
                yield reading.span(_start_of(stretch, at), stretch.places[at + count - 1] + 1)
            at += date or count or 1


def _number_at(stretch: Stretch, at: int, foreign: bool) -> int:
    """How many digits the number that begins here has; 0 for none."""
    if foreign:
        return _first_personal(stretch, at, _FOREIGN_LENGTHS)
    if stretch.digits[at : at + 2] in ("01", "02", "07"):
        return 0 if _is_reference(stretch, at) else _first_personal(stretch, at, _LENGTHS)
    return _after_cue(stretch, at)


def _is_foreign(stretch: Stretch, at: int) -> bool:
    if _has_plus(stretch, at):
        return stretch.digits[at] != "0"
    return stretch.digits[at : at + 2] == "00" and stretch.digits[at + 2 : at + 3] not in ("", "0")


def _has_plus(stretch: Stretch, at: int) -> bool:
    return stretch.before(at).rstrip("( ").endswith("+")


def _start_of(stretch: Stretch, at: int) -> int:
    return stretch.text.rindex("+", 0, stretch.places[at]) if _has_plus(stretch, at) else stretch.places[at]


def _first_personal(stretch: Stretch, at: int, counts: range) -> int:
    """The first of these counts of digits that ends where a group ends and is somebody's number; 0 for none."""
    plus = "+" if _has_plus(stretch, at) else ""
    for count in counts:
        places = stretch.places[at : at + count]
        whole = len(places) == count and stretch.ends_group(at + count - 1)
        real = sum(stretch.text[place] != "o" for place in places)
        if whole and real >= _FEWEST_REAL_DIGITS and _is_personal(plus + stretch.digits[at : at + count]):
            return count
    return 0


@lru_cache(maxsize=1024)
def _is_personal(number: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, _REGION)
    except phonenumbers.NumberParseException:
        return False
    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return False
    return parsed.country_code != 44 or str(parsed.national_number)[0] in "127"


def _is_reference(stretch: Stretch, at: int) -> bool:
    """The reference of a crime; a mobile's number stays one, whatever it is called."""
    return stretch.digits[at : at + 2] != "07" and bool(_REFERENCE.search(stretch.before(at)))


def _after_cue(stretch: Stretch, at: int) -> int:
    """A local number, six to eight digits, where the words before say that it is somebody's."""
    count = len(stretch.digits) - at
    if not 6 <= count <= 8 or stretch.digits[at:] in _SERVICES or not stretch.ends_group(at + count - 1):
        return 0
    return count if _CUE.search(stretch.before(at)) else 0
