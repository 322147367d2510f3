"""The other ways to write a name: glued (`Blod-wen`), in a tag or an address, turned round, with signs for letters.

Each gives forms as `moderation.sealed.forms` has them, and only where a text has the signs of it: ordinary talk pays
for looking. All are linear in the text.
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from foundation.folding import Plain, Token

_BROKEN_OVER_LINES = re.compile(r"-[ \t]*\n\s*")
_GLUED = re.compile(r"[^\W_][^\w\s]+[^\W_]|[0-9|!€£]")
_CHUNK = re.compile(r"\S+")
_SIGNS = str.maketrans("86924!|€£+", "bggzallelt")
"""What stands for letters besides what `foundation.folding` knows of: digits there mean too much for everybody."""
_NOT_LETTERS = re.compile(r"[\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_IN_PARTS = re.compile(r"[0-9@]|[^\W\d_A-Z][A-Z]")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_TAG = re.compile(r"[#@/]([^\W_]{6,60})")
_TAGS, _SHORTEST_IN_TAG = 20, 6
_STAR = "*"
_VOWELS = "aeiouwy"


def glued(plain: Plain, lengths: Collection[int]) -> Iterator[tuple[str, str]]:
    """`Blod-wen Pugh`, also broken over two lines, `B!odwen`, `8lodwen`, `Bl*dwen`: each as letters, and as they look.

    What stands between two spaces is one word here.
    """
    if not _GLUED.search(plain.text):
        return
    chunks = [found[0].strip('.,;:!?()[]"') for found in _CHUNK.finditer(_BROKEN_OVER_LINES.sub("", plain.text))]
    for length in lengths:
        for start in range(len(chunks) - length + 1):
            window = "".join(chunks[start : start + length])
            for said in _without_star(window):
                yield _NOT_LETTERS.sub("", said), _NOT_LETTERS.sub("", said.translate(_SIGNS))


def in_parts(plain: Plain, lengths: Collection[int]) -> Iterator[str]:
    """`#ForBlodwenPugh`, `BlodwenPugh99`, `blodwen.pugh@example.org`: words begin at capitals, and end at digits."""
    if not _IN_PARTS.search(plain.source):
        return
    parts = [part for found in _LETTERS.finditer(plain.source) for part in _HUMP.split(found[0])]
    folded = [word.folded for part in parts for word in Plain(part).words]
    for length in lengths:
        for start in range(len(folded) - length + 1):
            yield "".join(folded[start : start + length])


def in_tags(plain: Plain) -> Iterator[str]:
    """`#forblodwenpugh`: whatever stands in a tag, a handle or an address, of six letters or more."""
    for number, found in enumerate(_TAG.finditer(plain.text)):
        if number == _TAGS:
            return
        tag = found[1]
        for start in range(len(tag) - _SHORTEST_IN_TAG + 1):
            for end in range(start + _SHORTEST_IN_TAG, len(tag) + 1):
                yield tag[start:end]


def turned_round(plain: Plain, words: list[Token], lengths: Collection[int]) -> Iterator[str]:
    """`Pugh, Blodwen`: the last name first, with a comma."""
    if "," not in plain.source:
        return
    for at, (last, first) in enumerate(pairwise(words)):
        if plain.source[last.end : first.start].strip() == ",":
            for length in lengths:
                if length > 1 and at + length <= len(words):
                    yield "".join(word.folded for word in (*words[at + 1 : at + length], last))


def _without_star(window: str) -> Iterator[str]:
    """With each vowel in the place of the one star that stands among letters."""
    yield window
    if window.strip(_STAR).count(_STAR) == 1:
        yield from (window.strip(_STAR).replace(_STAR, vowel) for vowel in _VOWELS)
