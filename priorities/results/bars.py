"""Bars with their words and numbers, as a picture that people can pass on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from foundation.drawing import INK, PAPER, SOFT, Drawing, Rect, Shape, Words
from foundation.lettering import wrapped
from priorities.picture_heads import EDGE, WIDTH, add_head

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
    shapes: list[Shape] = []
    y = add_head(shapes, heading, caption)
    most = max((bar.count for bar in bars), default=0)
    for bar in bars:
        y = _bar(shapes, bar, most, y)
    shapes.append(Rect(EDGE, y + 4, WIDTH - 2 * EDGE, 1, _RULE))
    shapes.append(Words(EDGE, y + 34, below, 16, SOFT))
    about = "; ".join(f"{bar.label}: {bar.count}" for bar in bars)
    return Drawing(WIDTH, y + 60, PAPER, heading, about, shapes)


def _bar(shapes: list[Shape], bar: LongBar, most: int, y: int) -> int:
    for line in wrapped(bar.label, WIDTH - 2 * EDGE, 20, bold=bar.strong):
        y += _LINE
        shapes.append(Words(EDGE, y, line, 20, INK, bold=bar.strong))
    y += 10
    length = round((WIDTH - 2 * EDGE - _NUMBER) * bar.count / most, 1) if most else 0
    shapes.append(Rect(EDGE, y, max(length, 2), _BAR_HEIGHT, _BAR if bar.strong else _BAR_OF_OTHERS, 3))
    shapes.append(Words(EDGE + max(length, 2) + 12, y + 19, bar.number, 20, INK, bold=bar.strong))
    return y + _BAR_HEIGHT + 14
