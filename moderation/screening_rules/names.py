"""People who are named beside words for a suspect, a victim, a witness or a child."""

from collections.abc import Iterator

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.people import people_of
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find


def finder(lists: Lists, words: str, but_not: str) -> Find:
    """`John Smith robbed the shop`, `the suspect is Lee`.

    `words` are patterns in which NAME, FIRST and CALLED stand for a full name, a first name alone, and a word with a
    capital after `called`; in sentences with a pattern of `but_not` nobody is named.
    """
    people, pattern = people_of(lists), lists.patterns(words)
    unless = lists.patterns(but_not) if but_not else None

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        names = people.find(reading)
        if not names:
            return
        tokens, first_of = _with_names(reading, names)
        said = " ".join(tokens)
        for found in pattern.finditer(said):
            if not (unless and unless.search(_sentence(said, found))):
                yield _span(reading, said, first_of, found)

    return find


def _with_names(reading: Reading, names: list[tuple[int, int, str]]) -> tuple[list[str], list[int]]:
    """The tokens with a word for each name, and for each of them which token it was (and one more, for the end)."""
    tokens: list[str] = []
    first_of: list[int] = []
    at = 0
    for start, end, sort in [*names, (len(reading.tokens), len(reading.tokens), "")]:
        tokens += reading.tokens[at:start]
        first_of += range(at, start)
        if sort:
            tokens.append(sort)
            first_of.append(start)
        at = end
    return tokens, [*first_of, len(reading.tokens)]


def _sentence(said: str, found: "re2._Match[str]") -> str:
    start, end = said.rfind(" . ", 0, found.start()), said.find(" .", found.end())
    return said[max(start, 0) : end if end >= 0 else len(said)]


def _span(reading: Reading, said: str, first_of: list[int], found: "re2._Match[str]") -> Span:
    first = said.count(" ", 0, found.start())
    last = first + said.count(" ", found.start(), found.end() - 1)
    return reading.span_of_tokens(first_of[first], first_of[last + 1])
