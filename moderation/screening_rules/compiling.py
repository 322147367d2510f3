"""Rules made of what they declare: each becomes a function that looks."""

from collections.abc import Iterator, Sequence

import re2

from moderation.screening_rules import abuse
from moderation.screening_rules.context import Context
from moderation.screening_rules.declared import Block
from moderation.screening_rules.faults import BadRules
from moderation.screening_rules.finders import FINDERS
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Entry, Lists, one_of
from moderation.screening_rules.phrases import Phrases
from moderation.screening_rules.reading import Reading
from moderation.screening_rules.rules import Find

_NEAR = 400
"""Characters of a sentence before and after what was found, in which `unless` is looked for."""


def compile_rule(block: Block, lists: Lists) -> Find:
    """How a rule looks; raises BadRules where it names what there is not, or has a pattern that can't be read."""
    rule = block.rule
    for name in (rule.words, rule.but_not, rule.patterns, rule.unless):
        if isinstance(name, str) and name and name not in lists:
            raise block.fault(f"there is no list {name!r}", name)
    if rule.find:
        if rule.find not in FINDERS:
            raise block.fault(f"there is no finder {rule.find!r}: there are {', '.join(sorted(FINDERS))}", rule.find)
        return FINDERS[rule.find](lists, rule.words, rule.but_not)
    if rule.words:
        return abuse.WAYS[rule.how](Phrases(lists.words(rule.words)), Phrases(lists.words(rule.but_not)))
    pattern, unless = _pattern(block, lists, rule.patterns), _pattern(block, lists, rule.unless)
    return _in_sentences(pattern, unless) if rule.over == "sentences" else _in_text(pattern, unless)


def _pattern(block: Block, lists: Lists, patterns: str | Sequence[str]) -> "re2._Regexp":
    """None where there are none."""
    if not patterns:
        return None
    if isinstance(patterns, str):
        return lists.patterns(patterns)
    try:
        return one_of([Entry(pattern, block.file, at) for at, pattern in enumerate(patterns)])
    except BadRules as bad:
        raise block.fault(bad.why, patterns[bad.line]) from None


def _in_text(pattern: "re2._Regexp", unless: "re2._Regexp") -> Find:
    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        for found in pattern.finditer(reading.text):
            start, end = found.span()
            near = reading.text[max(0, start - _NEAR) : end + _NEAR]
            if end > start and not (unless and unless.search(near)):
                yield reading.span(start, end)

    return find


def _in_sentences(pattern: "re2._Regexp", unless: "re2._Regexp") -> Find:
    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        for found in pattern.finditer(reading.said):
            start, end = found.span()
            before, after = reading.sentence_of(start, end, _NEAR)
            if end > start and not (unless and unless.search(before + reading.said[start:end] + after)):
                yield reading.span_of_said(start, end)

    return find
