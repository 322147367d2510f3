"""The words of a sentence, pairs of them and bits of them, as the classifier weighs them beside its vector.

The vector says what a sentence is about; these say what was written: `is being` or `was`, and words that the language
model knows little of, in Welsh, in dialects, or mistyped.
"""

import re
from itertools import pairwise
from typing import Final

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’")
_BITS: Final = (3, 4)
"""Letters of a bit."""


def phrases_of(sentence: str) -> list[str]:
    """Each once: words, pairs of them (`^` and `$` are the ends), and bits of three and four letters, with a `#`."""
    words = _WORD.findall(sentence.casefold().translate(_APOSTROPHES))
    spaced = " ".join(["", *words, ""])
    pairs = [" ".join(pair) for pair in pairwise(["^", *words, "$"])]
    bits = [f"#{spaced[at : at + size]}" for size in _BITS for at in range(len(spaced) - size + 1)]
    return list(dict.fromkeys([*words, *pairs, *bits]))
