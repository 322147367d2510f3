"""Abuse: words of a list, by whole word after folding, with the usual disguises undone. Such a text is held."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

import re2

from foundation.folding import Plain, Token
from moderation.items.kinds import Kind
from moderation.screening_rules.hits import Span
from moderation.screening_rules.rules import Rule
from moderation.screening_rules.words import Phrase, read_phrases, word_key

VERSION: Final = 1
_ABUSE = read_phrases("abuse")
_ALLOWED = read_phrases("allowed")
_SINGLE = {phrase[0] for phrases in _ABUSE.values() for phrase in phrases if len(phrase) == 1}
_LONGEST = max(map(len, _SINGLE))
_SHORTEST_SPELT = 4
_MASKED = re2.compile(r"[a-z]+(?:[*!|#%]+[a-z]+)+")


def find_words(plain: Plain) -> Iterator[Span]:
    """Entries of the list, but for those inside an allowed phrase: `wanker`, `WАNKER`, `w4nker`, `wannnker`."""
    keys = [word_key(word.folded) for word in plain.words]
    place = 0
    while place < len(keys):
        if allowed := _phrase_at(_ALLOWED, keys, place):
            place += allowed
        elif found := _abuse_at(keys, place):
            yield plain.words[place].start, plain.words[place + found - 1].end
            place += found
        else:
            place += 1


def find_spelt(plain: Plain) -> Iterator[Span]:
    """Words spelt out letter by letter: `w a n k e r`, `w.a.n.k.e.r`."""
    for letters in _spelt_runs(plain):
        spelt = "".join(word_key(letter.folded) for letter in letters)
        for start in range(len(spelt)):
            ends = range(start + _SHORTEST_SPELT, min(start + _LONGEST, len(spelt)) + 1)
            if end := next((end for end in ends if spelt[start:end] in _SINGLE), 0):
                yield letters[start].start, letters[end - 1].end
                break


def find_masked(plain: Plain) -> Iterator[Span]:
    """Words with a letter or two behind a sign: `w*nker`, `sh!t`; the first letter and half of all must be seen."""
    for found in _MASKED.finditer(plain.text):
        masked = found[0]
        if sum(map(str.isalpha, masked)) * 2 >= len(masked) and any(_could_be(masked, word) for word in _SINGLE):
            yield plain.span(*found.span())


def _phrase_at(phrases: dict[str, list[Phrase]], keys: list[str], place: int) -> int:
    """How many words the longest phrase that begins here has; 0 for none."""
    for phrase in phrases.get(keys[place], ()):
        if tuple(keys[place : place + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _abuse_at(keys: list[str], place: int) -> int:
    return _phrase_at(_ABUSE, keys, place) or int(any(word in _SINGLE for word in _shortened(keys[place])))


def _shortened(key: str) -> Iterator[str]:
    """The word with what is said three times or more said once, and twice: `fuuuck`; nothing for other words."""
    runs = [(letter, len(list(run))) for letter, run in groupby(key)] if len(key) > len(set(key)) + 1 else []
    if any(many > 2 for _letter, many in runs):
        for most in (1, 2):
            yield "".join(letter * (most if many > 2 else many) for letter, many in runs)


def _spelt_runs(plain: Plain) -> Iterator[list[Token]]:
    run: list[Token] = []
    for word in plain.words:
        if run and (len(word.folded) > 1 or word.start - run[-1].end > 3):
            yield run
            run = []
        if len(word.folded) == 1:
            run.append(word)
    yield run


def _could_be(masked: str, word: str) -> bool:
    return len(masked) == len(word) and all(
        seen == letter or not seen.isalpha() for seen, letter in zip(word_key(masked), word, strict=True)
    )


RULES = (
    Rule("abuse.word", VERSION, Kind.ABUSE, find_words),
    Rule("abuse.spelt", VERSION, Kind.ABUSE, find_spelt),
    Rule("abuse.masked", VERSION, Kind.ABUSE, find_masked),
)
