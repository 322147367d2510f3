"""E-mail addresses, vehicles' registrations and National Insurance numbers."""

from collections.abc import Iterator
from typing import Final

import re2

from foundation.folding import Plain
from moderation.items.kinds import Kind
from moderation.screening_rules.hits import Span
from moderation.screening_rules.rules import Rule
from moderation.screening_rules.words import read_lines

VERSION: Final = 1
_EMAIL = re2.compile(
    r"[a-z0-9._%+\-]+\s?@\s?[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,}"
    r"|[a-z0-9._%+\-]+\s*[\[({<]?\s?\bat\b\s?[\])}>]?\s*[a-z0-9\-]+\s*[\[({<]?\s?\bdot\b\s?[\])}>]?\s*"
    r"(?:com|co|org|net|uk|wales|cymru|info|me|ac)\b"
)
# HMRC's manual NIM39110: two letters, six digits, A to D. Letters that are never given count too (QQ stands in forms).
_INSURANCE = re2.compile(r"\b[a-z]{2}[\s.\-]?[0-9]{2}[\s.\-]?[0-9]{2}[\s.\-]?[0-9]{2}[\s.\-]?[a-d]\b")
# DVLA's INF104: two letters, the half year (02 to 51 and on), three letters; before 2001 a letter for the year.
_PLATE = re2.compile(r"\b([a-hj-prsvwxy][a-y](?:0[1-9]|[1-7][0-9]))([\s\-]?)([a-hj-z]{3})\b")
_OLD_PLATE = re2.compile(
    r"\b(?:([a-hj-npr-y][0-9]{1,3})([\s\-]?)([a-hj-pr-y]{3})|([a-z]{3})([\s\-]?)([0-9]{1,4}[a-z]?))\b"
)
_CUE = re2.compile(
    r"\b(?:reg|registration|plates?|vrm|car|van|lorry|vehicle|bike|motorbike|moped|driving|cerbyd)\b[^.!?]{0,30}$"
)
_ROADS = "abm"
_COMMON = frozenset(read_lines("three_letters"))


def find_emails(plain: Plain) -> Iterator[Span]:
    """`rosa@example.org`, `rosa [at] example dot org`."""
    for found in _EMAIL.finditer(plain.text):
        yield plain.span(*found.span())


def find_insurance(plain: Plain) -> Iterator[Span]:
    """`QQ 12 34 56 C`, spaced or not."""
    for found in _INSURANCE.finditer(plain.text):
        yield plain.span(*found.span())


def find_plates(plain: Plain) -> Iterator[Span]:
    """`CE19 ABC`, `ce19abc`, `A123 BCD`; older ones only in a sentence about a registration."""
    for found in _PLATE.finditer(plain.text):
        if _written_as_plate(plain, found):
            yield plain.span(*found.span())
    for found in _OLD_PLATE.finditer(plain.text):
        if _old_plate(plain, found):
            yield plain.span(*found.span())


def _written_as_plate(plain: Plain, found: "re2._Match[str]") -> bool:
    """In one piece, or in capitals; never with a common word after it, as in `CF10 and`."""
    start, end = plain.span(*found.span())
    if found[3] in _COMMON:
        return False
    return not found[2] or plain.source[start:end].isupper() or _has_cue(plain, found)


def _old_plate(plain: Plain, found: "re2._Match[str]") -> bool:
    if found[4]:
        return found[4] not in _COMMON and _has_cue(plain, found)
    a_road = found[1][0] in _ROADS and found[2] != ""
    return (not a_road or _has_cue(plain, found)) and _written_as_plate(plain, found)


def _has_cue(plain: Plain, found: "re2._Match[str]") -> bool:
    return bool(_CUE.search(plain.text[max(0, found.start() - 40) : found.start()]))


RULES = (
    Rule("email.address", VERSION, Kind.PERSONAL_DATA, find_emails),
    Rule("insurance.number", VERSION, Kind.PERSONAL_DATA, find_insurance),
    Rule("plate.registration", VERSION, Kind.PERSONAL_DATA, find_plates),
)
