"""The words of a name as a reader sees them, also when they were put together or taken apart to deceive."""

import re
from dataclasses import dataclass
from functools import cached_property
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

    @cached_property
    def without_digits(self) -> str:
        """How the word looks without digits around it: `pc` of `PC1234`."""
        return skeleton(self.written.strip("0123456789"))

    @cached_property
    def forms(self) -> frozenset[str]:
        """How the word and what it was put together from look: `sgt` and `hughes` of `SgtHughes`."""
        humps = _HUMP.findall(self.written)
        return frozenset({self.looks, self.without_digits, *map(skeleton, humps if len(humps) > 1 else ())})


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


def put_together(words: list[Word]) -> set[str]:
    """How two words or more in a row look as one: `sgt` of `S.gt Bob`, `sergeant` of `Ser geant`."""
    looks = [word.looks for word in words]
    return {
        "".join(looks[first:end]) for first in range(len(looks)) for end in range(first + 2, len(looks) + 1)
    }  # fmt: skip
