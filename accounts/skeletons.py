"""Names as they look: which names of staff can be read in a name, whatever it is spelled with."""

import re
from collections.abc import Iterable, Iterator

from foundation.folding import Plain, skeleton

_LONG_ENOUGH = 8
"""Letters from which a name is found inside a longer word too: shorter ones would be found in half of Wales."""
# Digits that `skeleton` leaves alone, for in a word they seldom are letters: 8ob, 2oe, Hu9hes; a 6 can be two.
_DIGITS = (str.maketrans("2689", "zbbg"), str.maketrans("2689", "zgbg"))
_MANY, _TWICE = re.compile(r"([^\W\d])\1{2,}", re.IGNORECASE), re.compile(r"([^\W\d])\1+", re.IGNORECASE)


def name_skeleton(name: str) -> str:
    """The skeleton of a name without its spaces: `Ada Okafor`, `AD@ 0kafor` and `adaokafor` have one."""
    return skeleton(name).replace(" ", "")[:400]


class Looks:
    """What a name can be taken for.

    `whole` are the skeletons of the name in every spelling that it may stand for; `parts` are those, and all that
    can be read in them: whole words in a row, forwards or backwards, and long parts.
    """

    def __init__(self, name: str) -> None:
        spelled = [skeleton(spelling).split() for spelling in spellings(Plain(name).text)]
        self.whole = {"".join(words) for words in spelled}
        self.parts = {part for words in spelled for part in _readings(words)}

    def like_officer(self, name: str) -> bool:
        """Whether this can be taken for an officer's name: an officer who shows one word only keeps no more than it.

        Otherwise an officer shown as `Hughes` would keep every Hughes of the force out.
        """
        return name_skeleton(name) in (self.parts if " " in name.strip() else self.whole)

    def like_staff(self, name: str) -> bool:
        """Whether this can be taken for the name of staff who are no officers: as a whole only."""
        return name_skeleton(name) in self.whole


def letters_of_lookalikes(officers_name: str) -> tuple[set[str], int]:
    """What the skeleton of every name has that can be taken for an officer's: these letters, and so many or more.

    For a first look through very many names. Letters that another sign may stand for are left out.
    """
    looks = name_skeleton(officers_name)
    return set(looks) - set("bgzdv"), len(looks)


def spellings(text: str) -> set[str]:
    """A text as written, and with the tricks undone that a skeleton knows nothing of: 8 for b, cl for d, doubling."""
    found = {text, *(text.translate(digits) for digits in _DIGITS)}
    found |= {pattern.sub(once, each) for each in found for pattern, once in ((_MANY, r"\1\1"), (_TWICE, r"\1"))}
    return found | {each.replace("cl", "d").replace("c1", "d") for each in found}


def _readings(words: list[str]) -> Iterator[str]:
    letters = "".join(words)
    yield from _rows(words)
    yield from _rows(words[::-1])
    yield from _parts(letters)
    # OkaforAda, and Okafor Ada Mary as in a directory.
    yield from (letters[place:] + letters[:place] for place in range(len(letters)))


def _rows(words: list[str]) -> Iterable[str]:
    for first in range(len(words)):
        for last in range(first, len(words)):
            yield "".join(words[first : last + 1])


def _parts(letters: str) -> Iterable[str]:
    for first in range(len(letters)):
        for end in range(first + _LONG_ENOUGH, len(letters) + 1):
            yield letters[first:end]
