"""How a sealed term may stand in a text: its folded forms, and those of a text that are to be compared with them.

A form is letters without spaces: `John Smith`, `#JohnSmith` and `J.o.h.n Smith` have one. What digits and signs stand
for, and `rn` for `m`, is looked at a second time, as names are: only where a word has such a thing.
"""

import re
from collections.abc import Collection, Iterator

from foundation.folding import Plain, Token, skeleton

MOST_WORDS = 3
_SHORTEST = 3
_SPELT, _LONGEST_SPELT, _MOST_SPELT = 3, 24, 200
_DISGUISED = re.compile(r"[0-9@$]|rn|vv|(?<=[^\W\d_])I|I(?=[^\W\d_])")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")


def words_of(term: str) -> list[str]:
    """The folded words of a term."""
    return [word.folded for word in Plain(term).words]


def is_long_enough(words: Collection[str]) -> bool:
    """Whether a term is not as short as what everybody writes."""
    return sum(map(len, words)) >= _SHORTEST


def plain_form(words: Collection[str]) -> str:
    return "".join(words)


def looks(form: str) -> str:
    """What it looks like."""
    return skeleton(form).replace(" ", "")


def forms_in(text: str, lengths: Collection[int]) -> tuple[set[str], set[str]]:
    """The plain forms of every window of so many words, and what those look like that have a disguise in them."""
    words = Plain(text).words
    plain: set[str] = set()
    looking: set[str] = set()
    marked = [bool(_DISGUISED.search(text, word.start, word.end)) for word in words]
    for length in lengths:
        for start in range(len(words) - length + 1):
            form = "".join(word.folded for word in words[start : start + length])
            plain.update(_said(form))
            if any(marked[start : start + length]):
                looking.update(map(looks, _said(form)))
    plain.update(_spelt_out(words))
    return plain, looking


def _said(form: str) -> Iterator[str]:
    """With what is said of it: its possessive or plural (an apostrophe is folded away), and letters drawn out."""
    yield form
    if len(form) > _SHORTEST and form.endswith("s"):
        yield form[:-1]
    if _DRAWN_OUT.search(form):
        yield _DRAWN_OUT.sub(r"\1", form)
        yield _DRAWN_OUT.sub(r"\1\1", form)


def _spelt_out(words: list[Token]) -> Iterator[str]:
    """`J o h n`: what stands in single letters, wherever it begins and ends among them."""
    run = ""
    for word in [*words, Token(0, 0, "  ")]:
        if len(word.folded) == 1:
            run += word.folded
            continue
        if len(run) >= _SPELT:
            yield from _parts(run[:_MOST_SPELT])
        run = ""


def _parts(run: str) -> Iterator[str]:
    for start in range(len(run) - _SPELT + 1):
        for end in range(start + _SPELT, min(len(run), start + _LONGEST_SPELT) + 1):
            yield run[start:end]
