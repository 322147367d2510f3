"""Bars with their words and numbers, as a picture that people can pass on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from foundation.drawing import INK, PAPER, SOFT, Drawing, Rect, Words
from foundation.lettering import wrapped

_WIDTH: Final = 1000
_EDGE: Final = 40
_RULE = "#b1b4b6"
_BAR, _BAR_OF_OTHERS = "#1d4f91", "#8fa9cc"
_LINE: Final = 26
_BAR_HEIGHT: Final = 24
_NUMBER: Final = 170
"""Room for the number behind the longest bar."""


@dataclass(frozen=True)
class LongBar:
    """`number`: what stands behind it; `strong`: in the darker colour, its words in bold."""

    label: str
    count: int
    number: str
    strong: bool


def bars_drawn(heading: str, caption: str, bars: Sequence[LongBar], below: str) -> Drawing:
    """The bars below one another; `below`: a sentence at the foot."""
    shapes: list[Rect | Words] = []
    y = _head(shapes, heading, caption)
    most = max((bar.count for bar in bars), default=0)
    for bar in bars:
        y = _bar(shapes, bar, most, y)
    shapes.append(Rect(_EDGE, y + 4, _WIDTH - 2 * _EDGE, 1, _RULE))
    shapes.append(Words(_EDGE, y + 34, below, 16, SOFT))
    about = "; ".join(f"{bar.label}: {bar.count}" for bar in bars)
    return Drawing(_WIDTH, y + 60, PAPER, heading, about, shapes)


def _head(shapes: list[Rect | Words], heading: str, caption: str) -> int:
    y = _EDGE + 20
    for line in wrapped(heading, _WIDTH - 2 * _EDGE, 34, bold=True):
        y += 22
        shapes.append(Words(_EDGE, y, line, 34, INK, bold=True))
        y += 20
    for line in wrapped(caption, _WIDTH - 2 * _EDGE, 20):
        y += 14
        shapes.append(Words(_EDGE, y, line, 20, SOFT))
        y += 12
    return y + 24


def _bar(shapes: list[Rect | Words], bar: LongBar, most: int, y: int) -> int:
    for line in wrapped(bar.label, _WIDTH - 2 * _EDGE, 20, bold=bar.strong):
        y += _LINE
        shapes.append(Words(_EDGE, y, line, 20, INK, bold=bar.strong))
    y += 10
    length = round((_WIDTH - 2 * _EDGE - _NUMBER) * bar.count / most, 1) if most else 0
    shapes.append(Rect(_EDGE, y, max(length, 2), _BAR_HEIGHT, _BAR if bar.strong else _BAR_OF_OTHERS, 3))
    shapes.append(Words(_EDGE + max(length, 2) + 12, y + 19, bar.number, 20, INK, bold=bar.strong))
    return y + _BAR_HEIGHT + 14
