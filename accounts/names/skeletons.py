"""Names as they look: which names of staff can be read in a name, whatever it is spelled with."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from foundation.folding import Plain, skeleton

_LONG_ENOUGH = 8
"""Letters from which a name is found with letters around it too: shorter ones would be found in half of Wales."""
_LONG_ENOUGH_IN_WORDS = 6
"""The same, for a name of several words with one letter more before or after them."""
_BETWEEN_WORDS = re.compile(r"[^\w'’‘ʼ$@‐‑–-]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS_AROUND = re.compile(r"(?<=[^\W\d])\d+(?![^\W_])|(?<![^\W_])\d+(?=[^\W\d])")
# Digits that `skeleton` leaves alone, for in a word they seldom are letters: 8ob, 2oe, Hu9hes; a 6 can be two.
_DIGITS = (str.maketrans("2689", "zbbg"), str.maketrans("2689", "zgbg"))
_MANY, _TWICE = re.compile(r"([^\W\d])\1{2,}", re.IGNORECASE), re.compile(r"([^\W\d])\1+", re.IGNORECASE)


def name_skeleton(name: str) -> str:
    """The skeleton of a name without its spaces: `Ada Okafor`, `AD@ 0kafor` and `adaokafor` have one."""
    return skeleton(name).replace(" ", "")[:400]


# What stands for a letter in the skeleton of a name that can be read otherwise, a sign twice where it is two of it:
# digits, cl for d; and where two words meet, as in AmberNash, an r and an n are an m, and two v are a w.
_STOOD_FOR = {"b": "b68", "g": "g69", "z": "z2", "d": "dc", "r": "rm", "n": "nm", "v": "vww"}


class Looks:
    """What a name can be taken for.

    `whole` are the skeletons of the name in every spelling that it may stand for; `parts` are those, and all that
    can be read in them: whole words in a row, forwards or backwards, and these with letters around them.
    """

    def __init__(self, name: str) -> None:
        spelled = {tuple(_words(spelling)) for spelling in _spellings_of(name)}
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


def plain_letters(officers_name: str) -> Counter[str]:
    """The letters, and how often each, that the skeleton of every name has that can be taken for an officer's.

    For a first look through very many names. Letters that another sign may stand for are left out.
    """
    return Counter(letter for letter in name_skeleton(officers_name) if letter not in _STOOD_FOR)


def may_be_like(looks: str, officers_name: str) -> bool:
    """Whether a skeleton has enough letters to be of a name that can be taken for an officer's: the second look."""
    return all(
        sum(looks.count(sign) for sign in _STOOD_FOR.get(letter, letter)) >= often
        for letter, often in Counter(name_skeleton(officers_name)).items()
    )


def _spellings_of(name: str) -> set[str]:
    """TheRealAda Okafor7: with the words taken apart, and without the digits around them."""
    plain = {Plain(name).text, Plain(_HUMP.sub(" ", name)).text}
    return {spelling for each in plain for spelling in spellings(each) | {_DIGITS_AROUND.sub("", each)}}


def _words(text: str) -> list[str]:
    """The skeletons of the words; what a hyphen joins is one: Piotr Clarke-Wood is not Piotr Clarke."""
    return [word for each in _BETWEEN_WORDS.split(text) if (word := skeleton(each).replace(" ", ""))]


def spellings(text: str) -> set[str]:
    """A text as written, and with the tricks undone that a skeleton knows nothing of: 8 for b, cl for d, doubling."""
    found = {text, *(text.translate(digits) for digits in _DIGITS)}
    found |= {pattern.sub(once, each) for each in found for pattern, once in ((_MANY, r"\1\1"), (_TWICE, r"\1"))}
    # One at a time too: Boob Griffiths.
    found |= {text[: run.start()] + run[1] + text[run.end() :] for run in _TWICE.finditer(text)}
    return found | {each.replace("cl", "d").replace("c1", "d") for each in found}


def _readings(words: Sequence[str]) -> Iterator[str]:
    letters = "".join(words)
    yield from _rows(words)
    yield from _rows(words[::-1])
    for word in words:
        yield from _parts(word)
    # OkaforAda, and Okafor Ada Mary as in a directory.
    yield from (letters[place:] + letters[:place] for place in range(len(letters)))


def _rows(words: Sequence[str]) -> Iterator[str]:
    """Words in a row; long ones also without a letter before and after: xAda Okaforx. (More is another surname.)"""
    for first in range(len(words)):
        row = ""
        for word in words[first:]:
            row += word
            yield row
            if len(row) > _LONG_ENOUGH_IN_WORDS:
                yield from (row[1:], row[:-1], row[1:-1])


def _parts(word: str) -> Iterator[str]:
    for first in range(len(word)):
        for end in range(first + _LONG_ENOUGH, len(word) + 1):
            yield word[first:end]
