"""The words of codes: 2,048 short English ones, each for eleven bits. words.txt says where they come from."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from foundation.errors import Invalid
from foundation.language import _

_FILE = Path(__file__).with_name("words.txt")
WORDS: Final = tuple(line for line in _FILE.read_text("utf-8").split("\n") if line and not line.startswith("#"))
_KNOWN: Final = frozenset(WORDS)
_BITS = 11
_COUNT = 3
_LONGEST = 200
_BETWEEN = re.compile(r"[\s.,;:/|·•+_&\-‐-―]+")
_MARKS = re.compile(r"[\"'‘’“”«»()\[\]!?*]")


def words_of(digest: bytes) -> str:
    """The three words that the first 33 bits of a digest stand for, with spaces between them."""
    number = int.from_bytes(digest[:5])
    return " ".join(WORDS[number >> _BITS * place & (1 << _BITS) - 1] for place in range(_COUNT))


def read_words(typed: str) -> str:
    """What somebody typed as a code has it: lower case, without accents, one space between the words.

    Hyphens, full stops, commas and quotation marks count for nothing. Raises Invalid unless it is three words.
    """
    plain = unicodedata.normalize("NFKD", typed[: _LONGEST + 1]).casefold()
    bare = "".join(
        letter for letter in plain if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
    )
    words = [word for word in _BETWEEN.split(_MARKS.sub("", bare)) if word]
    if len(typed) > _LONGEST or len(words) != _COUNT or not all(word.isalpha() for word in words):
        raise Invalid.at(
            "code", _("Enter the three words that the officer’s page or the room shows, with spaces between them.")
        )
    return " ".join(words)


def unknown_words(words: str) -> list[str]:
    """Which of the words no code ever has: the list is public, so that saying so helps nobody who guesses."""
    return [word for word in words.split() if word not in _KNOWN]
