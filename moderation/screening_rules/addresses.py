"""Where somebody lives: a postcode together with a house's number. A postcode alone is a whole street, and passes."""

from collections.abc import Iterator

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

_NEAR = 80
_POSTCODE = re2.compile(r"\b[a-z]{1,2}[0-9][a-z0-9]?[\s\-]{0,3}[0-9][abd-hjlnp-uw-z]{2}\b")
_NUMBER = r"\b[0-9]{1,4}[a-z]?"
_NAMED = re2.compile(r"\b(?:number|no|nr|flat|house|apartment|rhif|fflat|ty)[\s.:#]{0,3}[0-9]{1,4}[a-z]?\b")
_JUST_BEFORE = re2.compile(_NUMBER + r"[\s,]{1,3}$")
_JUST_AFTER = re2.compile(r"^[\s,:;(\-]{1,3}[0-9]{1,4}[a-z]?\s*(?:[,.;)!?]|$)")
_STREET = re2.compile(
    _NUMBER
    + r"[\s,]{1,2}((?:[a-z.\-]+\s){1,3}?)(?:street|st|road|rd|avenue|ave|close|lane|drive|crescent|cres|place|court"
    r"|gardens|gdns|terrace|grove|way|row|hill|walk|square|mews|rise|view|park|green|parade|villas|cottages)\b"
)
_STRYD = re2.compile(
    _NUMBER
    + r"[\s,]{1,2}(?:the|y|yr|heol|ffordd|stryd|lon|clos|maes|rhodfa|cwrt|parc|bryn|trem|cae|pen|tan|nant)\s[a-z]+"
)
_NAMES = re2.compile(_NUMBER + r"[\s,]{1,2}((?:[^\W\d_][\w.\-]*[\s,]{1,3}){1,6})$")


def finder(lists: Lists, words: str, _but_not: str) -> Find:
    """`12 Clive Street, CF11 7JB`, `CF11 7JB, number 12`; not `14 thefts in CF11 7JB`.

    `words` stand between a count and a street, never between a house's number and its street.
    """
    not_names = frozenset(lists.words(words))

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        for found in _POSTCODE.finditer(reading.text):
            start, end = found.span()
            near = max(0, start - _NEAR)
            if (place := _number_before(reading, near, start, not_names)) is not None:
                yield reading.span(place, end)
            elif after := _number_after(reading.text[end : end + _NEAR // 2]):
                yield reading.span(start, end + after)

    return find


def _number_before(plain: Reading, near: int, postcode: int, not_names: frozenset[str]) -> int | None:
    """Where a house's number begins in the text between these places."""
    text = plain.text[near:postcode]
    for pattern in (_NAMED, _STRYD):
        if found := pattern.search(text):
            return near + int(found.start())
    found = _JUST_BEFORE.search(text)
    if found and not _is_year(found[0]):
        return near + int(found.start())
    for found in _STREET.finditer(text):
        if not_names.isdisjoint(found[1].replace(",", " ").split()):
            return near + int(found.start())
    return _names_before(plain, near, text)


def _names_before(plain: Reading, near: int, text: str) -> int | None:
    """A number, then nothing but names up to the postcode: `12 Broadway, Cardiff, CF24 1QE`."""
    if not (found := _NAMES.search(text)):
        return None
    start, end = plain.span(near + found.start(1), near + found.end(1))
    names = plain.source[start:end].replace(",", " ").split()
    capitals = all(name[0].isupper() for name in names) and not plain.source[start:end].isupper()
    return near + int(found.start()) if capitals else None


def _number_after(text: str) -> int:
    found = _NAMED.search(text) or _JUST_AFTER.search(text)
    return len(text[: found.end()].rstrip(" ,.;)!?")) if found else 0


def _is_year(number: str) -> bool:
    return number.strip(" ,")[:2] in ("19", "20") and len(number.strip(" ,")) == 4
