"""E-mail addresses and National Insurance numbers."""

from collections.abc import Iterator

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

_EMAIL = re2.compile(
    r"[a-z0-9._%+\-]+\s?@\s?[a-z0-9\-]+(?:\s?\.\s?[a-z0-9\-]+)*\s?\.\s?[a-z]{2,}"
    r"|[a-z0-9._%+\-]+\s*[\[({<]?\s?\bat\b\s?[\])}>]?\s*[a-z0-9\-]+\s*[\[({<]?\s?\bdot\b\s?[\])}>]?\s*"
    r"(?:com|co|org|net|uk|wales|cymru|info|me|ac)\b"
)
# HMRC's manual NIM39110: two letters, six digits, A to D. Letters that are never given count too (QQ stands in forms).
_INSURANCE = re2.compile(r"\b[a-z]{2}[\s.\-]?[0-9]{2}[\s.\-]?[0-9]{2}[\s.\-]?[0-9]{2}[\s.\-]?[a-d]\b")


def emails(_lists: Lists, _words: str, _but_not: str) -> Find:
    """`rosa@example.org`, `rosa [at] example dot org`."""
    return _finder(_EMAIL)


def insurance_numbers(_lists: Lists, _words: str, _but_not: str) -> Find:
    """`QQ 12 34 56 C`, spaced or not."""
    return _finder(_INSURANCE)


def _finder(pattern: "re2._Regexp") -> Find:
    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        for found in pattern.finditer(reading.text):
            yield reading.span(*found.span())

    return find
