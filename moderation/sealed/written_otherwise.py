"""The other ways to write a name: glued (`Blod-wen`), in a tag or an address, turned round, with signs for letters.

Each gives forms as `moderation.sealed.forms` has them, and only where a text has the signs of it: ordinary talk pays
for looking. All are linear in the text.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from foundation.folding import WORD, Plain

_BROKEN_OVER_LINES = re.compile(r"-[ \t]*\n\s*")
_GLUED = re.compile(r"[^\W_][^\w\s]+[^\W_]|[0-9|!€£]")
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


def windows_of(words: Sequence[str], length: int) -> list[str]:
    """Every so many words that follow each other, written together."""
    return list(map("".join, zip(*(words[at:] for at in range(length)), strict=False)))


def glued(plain: Plain, lengths: Collection[int]) -> Iterator[tuple[str, str]]:
    """`Blod-wen Pugh`, also broken over two lines, `B!odwen`, `8lodwen`, `Bl*dwen`: each as letters, and as they look.

    What stands between two spaces is one word here. Windows that have letters only are those of everybody's words.
    """
    if not _GLUED.search(plain.text):
        return
    chunks = [found.strip('.,;:!?()[]"') for found in _BROKEN_OVER_LINES.sub("", plain.text).split()]
    letters = [_NOT_LETTERS.sub("", chunk) for chunk in chunks]
    signs = [_NOT_LETTERS.sub("", chunk.translate(_SIGNS)) for chunk in chunks]
    odd = [at for at, chunk in enumerate(chunks) if not chunk.isalpha()]
    for length in lengths:
        for start in _windows_with(odd, length, len(chunks)):
            end = start + length
            yield "".join(letters[start:end]), "".join(signs[start:end])
            for said in _without_star("".join(chunks[start:end])):
                yield _NOT_LETTERS.sub("", said), _NOT_LETTERS.sub("", said.translate(_SIGNS))


def _windows_with(places: Iterable[int], length: int, count: int) -> Iterator[int]:
    """Where the windows begin that have one of these places in them, each once."""
    done = 0
    for place in places:
        starts = range(max(done, place - length + 1), min(place, count - length) + 1)
        yield from starts
        done = max(done, starts.stop)


def in_parts(plain: Plain, lengths: Collection[int]) -> Iterator[str]:
    """`#ForBlodwenPugh`, `BlodwenPugh99`, `blodwen.pugh@example.org`: words begin at capitals, and end at digits."""
    if not _IN_PARTS.search(plain.source):
        return
    humps = _HUMP.sub(" ", " ".join(_LETTERS.findall(plain.source)))
    folded = Plain(humps).folded
    for length in lengths:
        yield from windows_of(folded, length)


def in_tags(plain: Plain) -> Iterator[str]:
    """`#forblodwenpugh`: whatever stands in a tag, a handle or an address, of six letters or more."""
    for number, found in enumerate(_TAG.finditer(plain.text)):
        if number == _TAGS:
            return
        tag = found[1]
        for start in range(len(tag) - _SHORTEST_IN_TAG + 1):
            for end in range(start + _SHORTEST_IN_TAG, len(tag) + 1):
                yield tag[start:end]


def turned_round(plain: Plain, lengths: Collection[int]) -> Iterator[str]:
    """`Pugh, Blodwen`: the last name first, with a comma."""
    if "," not in plain.text:
        return
    words, gaps = plain.folded, WORD.split(plain.text)[1:-1]
    for at in [at for at, gap in enumerate(gaps) if gap.strip() == ","]:
        for length in lengths:
            if length > 1 and at + length <= len(words):
                yield "".join((*words[at + 1 : at + length], words[at]))


def _without_star(window: str) -> Iterator[str]:
    """With each vowel in the place of the one star that stands among letters."""
    if _STAR in window and window.strip(_STAR).count(_STAR) == 1:
        yield from (window.strip(_STAR).replace(_STAR, vowel) for vowel in _VOWELS)
