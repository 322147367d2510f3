"""What somebody typed to search for: words, "phrases" and -words that must not be there. Any text is taken.

Nothing of it reaches a database as syntax: both are given words in quotes, which hold letters and digits only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foundation.search.folding import folded
from foundation.text import clean_text

LONGEST = 200
"""Characters that are read; the rest of what was typed is passed over."""
_MOST = 12
"""Words, or phrases, that are searched for."""

_QUOTES = str.maketrans("“”„‟«»", '""""""')
_PART = re.compile(r'(?<!\S)([-–−]?)"([^"]*)"|(?<!\S)([-–−]?)(\S+)')
_WORD = re.compile(r"[^\W_]+")
# Words that say how a question is asked, in English and Welsh, and not what about.
_NOT_ASKED_FOR = frozenset(
    _WORD.findall(
        "a about an and are at be been by can did do does for from had has have how i if in is it me my of on or our so"
        " that the their there they this to us was we were what when where which who why will with you your"
        " y yr yn ar ac am i o"
    )
)


@dataclass(frozen=True)
class Term:
    """One word, or several that stand next to each other."""

    words: tuple[str, ...]
    without: bool = False

    def __str__(self) -> str:
        return f'"{" ".join(self.words)}"'


@dataclass(frozen=True)
class Words:
    """What is searched for. `wanted` must all be there, `unwanted` none. Nothing wanted, nothing found."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted)

    @property
    def single(self) -> list[str]:
        """Each wanted word by itself, wherever it stands."""
        return list(dict.fromkeys(word for term in self.wanted for word in term.words))


def read_words(typed: str) -> Words:
    """The words of what somebody typed; without any where it holds none, or only such as must not be there."""
    parts = _PART.finditer(clean_text(typed[:LONGEST]).translate(_QUOTES))
    terms = [(_term(found), found[2] is not None) for found in parts]
    said = [(term, quoted) for term, quoted in terms if term.words]
    wanted = [(term, quoted) for term, quoted in said if not term.without]
    telling = [term for term, quoted in wanted if quoted or not _NOT_ASKED_FOR.issuperset(term.words)]
    chosen = telling or [term for term, _quoted in wanted]
    return Words(_few(chosen), _few([term for term, _quoted in said if term.without]))


def _term(found: re.Match[str]) -> Term:
    sign, words = (found[1], found[2]) if found[2] is not None else (found[3], found[4])
    return Term(tuple(_WORD.findall(folded(words).lower()))[:_MOST], without=bool(sign))


def _few(terms: Sequence[Term]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(terms))[:_MOST]
