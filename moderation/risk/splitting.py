"""A text as the sentences that the model reads, one by one: a danger in one of them must not drown in the others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_END = re.compile(r"(?<=[.!?…])\s+|\n+|\Z")
_WORD = re.compile(r"\S+")
_MOST_WORDS: Final = 40
"""Words in a row without an end; more are read in pieces."""
_SHORT: Final = 30
"""Words of a text that is also read whole: `There's a man. He is at my door.`"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Some words of a text with one space between them, and where they stand in it (characters, end not included)."""

    words: str
    start: int
    end: int


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of a text, each once, in their order; of a short one of several the whole comes before them."""
    text = text.encode("utf-8", "replace").decode()  # half of a pair, which no tokenizer takes
    found: dict[str, Sentence] = {}
    for sentence in _pieces(text):
        found.setdefault(sentence.words, sentence)
    words = list(_WORD.finditer(text)) if len(found) > 1 else []
    whole = [_sentence(words)] if 0 < len(words) <= _SHORT else []
    return [*whole, *found.values()]


def _pieces(text: str) -> Iterator[Sentence]:
    first = 0
    for end in _END.finditer(text):
        words = list(_WORD.finditer(text, first, end.start()))
        for at in range(0, len(words), _MOST_WORDS):
            yield _sentence(words[at : at + _MOST_WORDS])
        first = end.end()


def _sentence(words: Sequence[re.Match[str]]) -> Sentence:
    return Sentence(" ".join(word.group() for word in words), words[0].start(), words[-1].end())
