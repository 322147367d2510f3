"""What makes two texts nearly the same: the same words and numbers, whatever their order and signs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest

from foundation.folding import Plain

_FEW, _CHOSEN_OF_FEW, _CHOSEN = 10, 4, 3
"""Words that stand for a text: chosen by their hash, so that most small changes touch none of them. Of few words more,
or two sentences about two streets would be one.
"""
_TELLING = 3
"""Letters of a word that tells one text from another."""
_SIZE, _CHOICES = 6, 3
"""Bytes of a hash by which words are chosen, and how often they are: in another order each time."""
_NUMBER = re.compile(r"\d\d*")  # as `\d+`, and found in a quarter of the time
_DRAWN_OUT = re.compile(r"(.)\1+")
_SHORT_WORDS, _SHORT_LETTERS = 5, 25


@dataclass(frozen=True, slots=True)
class TextKeys:
    """What a text is counted under: two that are nearly the same have one of `keys` in common. No word stands in a key.

    `short`: many would write it by themselves, and one person again: `Thank you!`, `Good evening everybody`.
    """

    keys: frozenset[str]
    short: bool


def keys_of(text: str) -> TextKeys:
    """A text as it is counted. Linear in its length."""
    words = Plain(text).folded
    plain = set(_DRAWN_OUT.sub(r"\1", " ".join(set(words))).split())
    telling = {word for word in plain if len(word) >= _TELLING and word.isalpha()}
    keys = {_key(sorted(telling or plain) or [text])}
    if len(telling) > _CHOSEN_OF_FEW:
        keys.update(_choices(telling))
    # People list and count: that lamp 3 is out and that lamp 4 is out are two things to say.
    numbers = _key(_NUMBER.findall(text))
    return TextKeys(
        frozenset(f"{key}{numbers}" for key in keys), len(words) < _SHORT_WORDS or sum(map(len, words)) < _SHORT_LETTERS
    )


def _choices(words: Iterable[str]) -> list[str]:
    """A key for each of the words' orders: of the first few."""
    hashed = [(_hash(word, _SIZE * _CHOICES), word) for word in words]
    most = _CHOSEN_OF_FEW if len(hashed) < _FEW else _CHOSEN
    starts = range(0, _SIZE * _CHOICES, _SIZE)
    chosen = [nsmallest(most, [(by[at : at + _SIZE], word) for by, word in hashed]) for at in starts]
    return [_key([str(at), *(word for _by, word in first)]) for at, first in zip(starts, chosen, strict=True)]


def _hash(text: str, size: int) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()


def _key(words: Sequence[str]) -> str:
    return _hash(" ".join(words), 9).hex()
