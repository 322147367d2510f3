"""How a sealed term may stand in a text: its folded forms, and those of a text that are to be compared with them.

A form is letters without spaces: `John Smith`, `#JohnSmith` and `J.o.h.n Smith` have one. What digits and signs stand
for, and `rn` for `m`, is looked at a second time, as names are: only where a word has such a thing.
"""

import re
from collections.abc import Collection, Iterator

from foundation.folding import Plain, looks_like, skeleton
from moderation.sealed.spelt_out import spelt_out
from moderation.sealed.written_otherwise import glued, in_parts, in_tags, turned_round, windows_of

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
    words = whole.folded
    marked = _disguised(text, whole)
    windows: set[str] = set()
    disguised: set[str] = set()
    for length in range(1, max(lengths) + 2):
        shortest = 0 if length in lengths else _SPLIT
        forms = windows_of(words, length)
        windows.update(form for form in forms if len(form) >= shortest)
        disguised.update(
            form for at in marked for form in forms[max(0, at - length + 1) : at + 1] if len(form) >= shortest
        )
    otherwise = {*in_parts(whole, lengths), *turned_round(whole, lengths)}
    for letters, signs in glued(whole, lengths):
        otherwise.add(letters)
        disguised.add(signs)
    is_drawn_out = bool(_DRAWN_OUT.search("".join(words)))
    plain = {*_said(windows, is_drawn_out), *_said(otherwise - windows, may_be_drawn_out=True)}
    plain.update(in_tags(whole), spelt_out(words, max(lengths)))
    return plain, set(map(looks_like, _said(disguised, may_be_drawn_out=True)))


def _disguised(text: str, whole: Plain) -> list[int]:
    """Which words have a sign or a letter in them that may stand for another."""
    if not _DISGUISED.search(text):
        return []
    return [at for at, word in enumerate(whole.words) if _DISGUISED.search(text, word.start, word.end)]


def _said(forms: Collection[str], may_be_drawn_out: bool) -> Iterator[str]:
    """With what is said of them: the possessive or plural (an apostrophe is folded away), and letters drawn out."""
    yield from forms
    for form in forms:
        if form[-1:] == "s" and len(form) > _SHORTEST:
            yield form[:-1]
            if form[-2] == "e":
                yield form[:-2]
    for form in filter(_DRAWN_OUT.search, forms) if may_be_drawn_out else ():
        yield _DRAWN_OUT.sub(r"\1", form)
        yield _DRAWN_OUT.sub(r"\1\1", form)
