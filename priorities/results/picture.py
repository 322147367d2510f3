"""A result as a picture that people can pass on: bars, with the name of the neighbourhood and of the round."""

from collections.abc import Sequence
from typing import Any, Final

from foundation.drawing import Drawing, Rect, Words
from foundation.language import _
from foundation.lettering import wrapped
from priorities.results.rows import OptionRow

JSON = dict[str, Any]
_WIDTH: Final = 1000
_EDGE: Final = 40
_INK, _SOFT, _PAPER, _RULE = "#0b0c0c", "#505a5f", "#ffffff", "#b1b4b6"
_BAR, _BAR_OF_OTHERS = "#1d4f91", "#8fa9cc"
_LINE: Final = 26
_BAR_HEIGHT: Final = 24
_NUMBER: Final = 170
"""Room for the number behind the longest bar."""


def picture_of(heading: str, caption: str, rows: Sequence[OptionRow], *, points: bool) -> Drawing:
    """The votes of each option, those that the count advises in the darker colour."""
    shapes: list[Rect | Words] = []
    y = _head(shapes, heading, caption)
    most = max((row.votes for row in rows), default=0)
    for row in rows:
        y = _option(shapes, row, most, points=points, y=y)
    shapes.append(Rect(_EDGE, y + 4, _WIDTH - 2 * _EDGE, 1, _RULE))
    shapes.append(Words(_EDGE, y + 34, _("Dark bars: what the vote advises the panel to work on."), 16, _SOFT))
    return Drawing(_WIDTH, y + 60, _PAPER, heading, about_of(rows), shapes)


def about_of(rows: Sequence[OptionRow]) -> str:
    """What the bars say, in words."""
    return "; ".join(f"{row.title}: {row.votes}" for row in rows)


def _head(shapes: list[Rect | Words], heading: str, caption: str) -> int:
    y = _EDGE + 20
    for line in wrapped(heading, _WIDTH - 2 * _EDGE, 34, bold=True):
        y += 22
        shapes.append(Words(_EDGE, y, line, 34, _INK, bold=True))
        y += 20
    for line in wrapped(caption, _WIDTH - 2 * _EDGE, 20):
        y += 14
        shapes.append(Words(_EDGE, y, line, 20, _SOFT))
        y += 12
    return y + 24


def _option(shapes: list[Rect | Words], row: OptionRow, most: int, *, points: bool, y: int) -> int:
    for line in wrapped(row.title, _WIDTH - 2 * _EDGE, 20, bold=row.advised):
        y += _LINE
        shapes.append(Words(_EDGE, y, line, 20, _INK, bold=row.advised))
    y += 10
    length = round((_WIDTH - 2 * _EDGE - _NUMBER) * row.votes / most, 1) if most else 0
    shapes.append(Rect(_EDGE, y, max(length, 2), _BAR_HEIGHT, _BAR if row.advised else _BAR_OF_OTHERS, 3))
    number = str(row.votes) if points else f"{row.votes} ({row.share}%)"
    shapes.append(Words(_EDGE + max(length, 2) + 12, y + 19, number, 20, _INK, bold=row.advised))
    return y + _BAR_HEIGHT + 14
