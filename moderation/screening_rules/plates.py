"""Vehicles' registrations."""

from collections.abc import Collection, Iterator

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

# DVLA's INF104: two letters, the half year (02 to 51 and on), three letters; before 2001 a letter for the year.
_PLATE = re2.compile(r"\b([a-hj-prsvwxy][a-y](?:0[1-9]|[1-7][0-9]))([\s\-]?)([a-hj-z]{3})\b")
_OLD_PLATE = re2.compile(
    r"\b(?:([a-hj-npr-y][0-9]{1,3})([\s\-]?)([a-hj-pr-y]{3})|([a-z]{3})([\s\-]?)([0-9]{1,4}[a-z]?))\b"
)
_CUE = re2.compile(
    r"\b(?:reg|registration|plates?|vrm|car|van|lorry|vehicle|bike|motorbike|moped|driving|cerbyd)\b[^.!?]{0,30}$"
)
_ROADS = "abm"


def finder(lists: Lists, words: str, _but_not: str) -> Find:
    """`CE19 ABC`, `ce19abc`, `A123 BCD`; older ones only in a sentence about a registration.

    `words` are those of three letters that stand after a road or a postcode's district, never in a registration.
    """
    common = frozenset(lists.words(words))

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        for found in _PLATE.finditer(reading.text):
            if _written_as_plate(reading, found, common):
                yield reading.span(*found.span())
        for found in _OLD_PLATE.finditer(reading.text):
            if _old_plate(reading, found, common):
                yield reading.span(*found.span())

    return find


def _written_as_plate(reading: Reading, found: "re2._Match[str]", common: Collection[str]) -> bool:
    """In one piece, or in capitals; never with a common word after it, as in `CF10 and`."""
    start, end = reading.span(*found.span())
    if found[3] in common:
        return False
    return not found[2] or reading.source[start:end].isupper() or _has_cue(reading, found)


def _old_plate(reading: Reading, found: "re2._Match[str]", common: Collection[str]) -> bool:
    if found[4]:
        return found[4] not in common and _has_cue(reading, found)
    a_road = found[1][0] in _ROADS and found[2] != ""
    return (not a_road or _has_cue(reading, found)) and _written_as_plate(reading, found, common)


def _has_cue(reading: Reading, found: "re2._Match[str]") -> bool:
    return bool(_CUE.search(reading.text[max(0, found.start() - 40) : found.start()]))
