"""A text as the sentences that the model reads, one by one: a danger in one of them must not drown in the others."""

import re
from collections.abc import Iterator
from typing import Final

_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_MOST_WORDS: Final = 40
"""Words in a row without an end; more are read in pieces."""
_SHORT: Final = 30
"""Words of a text that is also read whole: `There's a man. He is at my door.`"""


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, in their order; of a short one of several also the whole, which comes first."""
    text = text.encode("utf-8", "replace").decode()  # half of a pair, which no tokenizer takes
    words = text.split()
    found = list(dict.fromkeys(_pieces(text)))
    return [" ".join(words), *found] if len(found) > 1 and len(words) <= _SHORT else found


def _pieces(text: str) -> Iterator[str]:
    for sentence in _END.split(text):
        words = sentence.split()
        for first in range(0, len(words), _MOST_WORDS):
            yield " ".join(words[first : first + _MOST_WORDS])
