"""Numbers of bank cards: thirteen to nineteen digits of a network, with a check digit that is right (ISO/IEC 7812)."""

from collections.abc import Iterator

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.digits import Stretch
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

_MANY = re2.compile(r"[0-9o](?:[\s.\-]{0,3}[0-9o]){12}")
_LENGTHS = range(19, 12, -1)
# Visa, Mastercard (two ranges), American Express, Diners and Discover, UnionPay, Maestro.
_NETWORK = re2.compile(r"4|5[0-8]|2[2-7]|3[0-9]|6[0-9]")
_REFERENCE = re2.compile(
    r"\b(?:ref|reference|crime|case|log|occurrence|incident|order|parcel|tracking|serial|imei|urn|isbn|meter)"
    r"(?: \w+){0,3}[\s:#.]*$"
)


def finder(_lists: Lists, _words: str, _but_not: str) -> Find:
    """`4111 1111 1111 1111`, however it is spaced; not what is called a reference, an order or a parcel."""

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        if not _may_have_card(reading):
            return
        for stretch in reading.stretches:
            at = 0
            while at < len(stretch.digits):
                count = _card_at(stretch, at)
                if count:
                    yield reading.span(stretch.places[at], stretch.places[at + count - 1] + 1)
                at += count or 1

    return find


def _may_have_card(reading: Reading) -> bool:
    """The stretches first: most are too short, and they are known by then."""
    return any(len(stretch.digits) >= _LENGTHS[-1] for stretch in reading.stretches) and bool(
        _MANY.search(reading.text)
    )


def _card_at(stretch: Stretch, at: int) -> int:
    """How many digits the card's number that begins here has; 0 for none."""
    if len(stretch.digits) - at < _LENGTHS[-1] or not stretch.begins_group(at):
        return 0
    if not _NETWORK.match(stretch.digits[at : at + 2]) or _REFERENCE.search(stretch.before(at)):
        return 0
    counts = (count for count in _LENGTHS if at + count <= len(stretch.digits) and stretch.ends_group(at + count - 1))
    return next((count for count in counts if _is_sound(stretch.digits[at : at + count])), 0)


def _is_sound(digits: str) -> bool:
    """Luhn's check, and not one digit all the way."""
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits))]
    return sum(worth - 9 * (worth > 9) for worth in doubled) % 10 == 0 and len(set(digits)) > 1
