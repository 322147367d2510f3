"""The part of a text in which what was asked for stands, as pieces that are marked or not: never as HTML."""

import re
from collections.abc import Sequence

from foundation.search.asked import Piece

BEGIN, END = "\x02", "\x03"
"""What the databases put around a match: no text of the index holds either."""
_LENGTH, _BEFORE = 240, 60
_MARKED = re.compile(f"{BEGIN}([^{BEGIN}{END}]*){END}")


def places(marked: str) -> list[tuple[int, int]]:
    """Where the matches stand in the text without its marks."""
    found, before = [], 0
    for each in _MARKED.finditer(marked):
        start = each.start() - before
        found.append((start, start + len(each[1])))
        before += 2
    return found


def unmarked(marked: str) -> str:
    """The text without its marks."""
    return marked.replace(BEGIN, "").replace(END, "")


def pieces(text: str, marks: Sequence[tuple[int, int]]) -> list[Piece]:
    """A whole text in pieces."""
    return _cut(text, marks, 0, len(text))


def excerpt(text: str, marks: Sequence[tuple[int, int]]) -> list[Piece]:
    """About 240 characters around the first match, or the beginning; an ellipsis stands where the text goes on."""
    start = _word_before(text, marks[0][0] - _BEFORE) if marks else 0
    end = _word_after(text, start + _LENGTH)
    parts = _cut(text, marks, start, end)
    return [*([Piece("… ")] if start else []), *parts, *([Piece(" …")] if end < len(text) else [])]


def _word_before(text: str, place: int) -> int:
    """Where a word begins, at this place or a little before it."""
    if place <= _BEFORE // 2:
        return 0
    space = text.rfind(" ", place - _BEFORE // 2, place)
    return space + 1 if space >= 0 else place


def _word_after(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - _BEFORE // 2, place)
    return space if space >= 0 else place


def _cut(text: str, marks: Sequence[tuple[int, int]], start: int, end: int) -> list[Piece]:
    parts, at = [], start
    for first, last in marks:
        first, last = max(first, at), min(last, end)
        if first >= last:
            continue
        parts += [Piece(text[at:first]), Piece(text[first:last], marked=True)]
        at = last
    return [part for part in (*parts, Piece(text[at:end])) if part.text]
