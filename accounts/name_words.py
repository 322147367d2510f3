"""The words of a name as a reader sees them, also when they were put together or taken apart to deceive."""

import re
from dataclasses import dataclass
from itertools import groupby

from foundation.folding import skeleton

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*")
_HUMP = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+")


@dataclass(frozen=True)
class Word:
    """One word: as written, and as it looks (`skeleton`). `joined` says that a hyphen leads to the next word."""

    written: str
    looks: str
    joined: bool = False

    @property
    def before_digits(self) -> str:
        """How the word looks without the digits at its end: `pc` of `PC1234`."""
        return skeleton(self.written.rstrip("0123456789"))

    @property
    def first_hump(self) -> str:
        """How the first part looks when capitals divide the word: `sgt` of `SgtHughes`; else nothing."""
        humps = _HUMP.findall(self.written)
        return skeleton(humps[0]) if len(humps) > 1 else ""


def words_of(name: str) -> list[Word]:
    """The words in order; single letters in a row are one word, as in `P.C. Jones`."""
    found = [(match[0], name[match.end() : match.end() + 1] in "-‐‑" and match.end() < len(name))
             for match in _WORD.finditer(name)]  # fmt: skip
    words: list[Word] = []
    for single, group in groupby(found, key=lambda word: len(word[0]) == 1):
        members = list(group)
        if single:
            written = "".join(word for word, _joined in members)
            words.append(Word(written, skeleton(written), members[-1][1]))
        else:
            words.extend(Word(word, skeleton(word), joined) for word, joined in members)
    return words
