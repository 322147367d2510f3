"""Dates of birth: a whole date after words such as `born`, or beside somebody's name."""

from collections.abc import Iterator
from typing import Final

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.people import People, people_of
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr"
)
_DATE = re2.compile(
    r"\b(?:(?:0?[1-9]|[12][0-9]|3[01])[/.\- ](?:0?[1-9]|1[0-2])[/.\- ](?:(?:19|20)[0-9]{2}|[0-9]{2})"
    rf"|(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\.?,? (?:19|20)[0-9]{{2}}"
    rf"|(?:{_MONTHS}) (?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?,? (?:19|20)[0-9]{{2}}"
    r"|(?:19|20)[0-9]{2}[/.\-](?:0[1-9]|1[0-2])[/.\-](?:0[1-9]|[12][0-9]|3[01]))\b"
)
_CUE = re2.compile(
    r"(?:\bdob|\bd\.o\.b\.?|\bd/o/b|\bdate of birth|\bbirth ?date|\bborn|\bbirthday|\bganwyd|\bdyddiad geni)"
    r"(?:\W{0,3}(?:is|was|on|the|ar)){0,3}\W{0,4}$"
)
_JUST_BEFORE: Final = 2
_NEAR: Final = 40


def finder(lists: Lists, _words: str, _but_not: str) -> Find:
    """`DOB 12/03/1998`, `born on 5 May 2009`, `Rhys Evans (12/03/1998)`; not the day on which something happened."""
    people = people_of(lists)

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        for found in _DATE.finditer(reading.text):
            before = reading.text[max(0, found.start() - _NEAR) : found.start()]
            if _CUE.search(before) or _follows_name(reading, found.start(), people):
                yield reading.span(*found.span())

    return find


def _follows_name(reading: Reading, place: int, people: People) -> bool:
    """Whether nothing but a comma or a bracket stands between somebody's full name and this place of the text."""
    start = reading.span(place, place + 1)[0]
    ends = (end for _first, end in people.full_names(reading))
    gaps = (reading.source[reading.place(end - 1)[1] : start] for end in ends if reading.place(end - 1)[1] <= start)
    return any(len(gap.strip()) < _JUST_BEFORE and len(gap) <= _JUST_BEFORE + 1 for gap in gaps)
