"""Bank accounts: a sort code with an account's number near it."""

from collections.abc import Iterator

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

_SORT = r"\b[0-9]{2}[\-–. ]?[0-9]{2}[\-–. ]?[0-9]{2}\b"
_ACCOUNT = r"\b[0-9]{4} ?[0-9]{4}\b"
_BETWEEN = r"[^0-9\n]{1,30}?"
_PAIR = re2.compile(rf"({_SORT})({_BETWEEN}){_ACCOUNT}|{_ACCOUNT}({_BETWEEN})({_SORT})")
_CUE = re2.compile(r"\b(?:sort|account|acc|acct|a/c|bank|iban|pay|cod didoli|cyfrif)\b")
_DATE = re2.compile(r"^(?:0[1-9]|[12][0-9]|3[01])[\-–. ]?(?:0[1-9]|1[0-2])[\-–. ]?[0-9]{2}$")
_SIGN = re2.compile(r"[\-–]")
_NEAR = 40


def finder(_lists: Lists, _words: str, _but_not: str) -> Find:
    """`12-34-56 12345678`, `account 12345678, sort code 123456`; not a date with a reference beside it."""

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        for found in _PAIR.finditer(reading.text):
            near = reading.text[max(0, found.start() - _NEAR) : found.end()]
            if _CUE.search(near) or _stands_alone(found):
                yield reading.span(*found.span())

    return find


def _stands_alone(found: "re2._Match[str]") -> bool:
    """A sort code with its dashes, that is no date, next to a number."""
    sort, between = found[1] or found[4], found[2] or found[3]
    return bool(_SIGN.search(sort)) and not _DATE.match(sort) and len(between.strip(" ,:;/")) == 0
