"""What makes two texts nearly the same: the same words, whatever their order, signs, numbers and drawn-out letters."""

from collections.abc import Collection, Iterable
from hashlib import blake2b
from itertools import groupby

from foundation.folding import Plain

_FEW, _CHOSEN_OF_FEW, _CHOSEN = 10, 4, 3
"""Words that stand for a text: chosen by their hash, so that most small changes touch none of them. Of few words more,
or two sentences about two streets would be one.
"""
_TELLING = 3
"""Letters of a word that tells one text from another."""
_SEEDS = (b"one", b"two", b"three")
_SHORT_WORDS, _SHORT_LETTERS = 5, 25


def is_short(text: str) -> bool:
    """Whether many would write it by themselves, and one person again: `Thank you!`, `Good evening everybody`."""
    words = [word.folded for word in Plain(text).words]
    return len(words) < _SHORT_WORDS or sum(map(len, words)) < _SHORT_LETTERS


def keys_of(text: str) -> frozenset[str]:
    """What a text is counted under. Two that are nearly the same have one in common; none can be read from a key."""
    words = {_plain(word.folded) for word in Plain(text).words}
    telling = {word for word in words if len(word) >= _TELLING and not any(map(str.isdigit, word))}
    whole = _key(b"all", sorted(telling or words)) if words else _key(b"signs", [text])
    chosen = () if len(telling) <= _CHOSEN_OF_FEW else (_key(seed, _choice(seed, telling)) for seed in _SEEDS)
    return frozenset({whole, *chosen})


def _plain(word: str) -> str:
    return "".join(letter for letter, _run in groupby(word))


def _choice(seed: bytes, words: Collection[str]) -> list[str]:
    most = _CHOSEN_OF_FEW if len(words) < _FEW else _CHOSEN
    return sorted(words, key=lambda word: _hash(seed, word))[:most]


def _hash(seed: bytes, text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=9, person=seed).digest()


def _key(seed: bytes, words: Iterable[str]) -> str:
    return _hash(seed, " ".join(words)).hex()
