"""How a sealed term may stand in a text: its folded forms, and those of a text that are to be compared with them.

A form is letters without spaces: `John Smith`, `#JohnSmith` and `J.o.h.n Smith` have one. What digits and signs stand
for, and `rn` for `m`, is looked at a second time, as names are: only where a word has such a thing.
"""

import re
from collections.abc import Collection, Iterator

from foundation.folding import Plain, skeleton
from moderation.sealed.spelt_out import spelt_out
from moderation.sealed.written_otherwise import glued, in_parts, in_tags, turned_round

MOST_WORDS = 3
_SHORTEST = 3
_SPLIT = 6
"""Letters that a window must have in which one word may be split: `am y` is no Amy."""
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
    whole = Plain(text)
    words = whole.words
    plain: set[str] = set()
    looking: set[str] = set()
    marked = [bool(_DISGUISED.search(text, word.start, word.end)) for word in words]
    for length in range(1, max(lengths) + 2):
        for start in range(len(words) - length + 1):
            form = "".join(word.folded for word in words[start : start + length])
            if length not in lengths and len(form) < _SPLIT:
                continue
            plain.update(_said(form))
            if any(marked[start : start + length]):
                looking.update(map(looks, _said(form)))
    for letters, signs in glued(whole, lengths):
        plain.update(_said(letters))
        looking.update(map(looks, _said(signs)))
    for form in (*in_parts(whole, lengths), *turned_round(whole, words, lengths)):
        plain.update(_said(form))
    plain.update(in_tags(whole))
    plain.update(spelt_out([word.folded for word in words], max(lengths)))
    return plain, looking


def _said(form: str) -> Iterator[str]:
    """With what is said of it: its possessive or plural (an apostrophe is folded away), and letters drawn out."""
    yield form
    if len(form) > _SHORTEST and form.endswith("s"):
        yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]
    if _DRAWN_OUT.search(form):
        yield _DRAWN_OUT.sub(r"\1", form)
        yield _DRAWN_OUT.sub(r"\1\1", form)
