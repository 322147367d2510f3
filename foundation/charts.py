"""A chart of counts as SVG: where each bar stands, in the units of its view box. The template draws it."""

from collections.abc import Sequence
from dataclasses import dataclass

_PLOT = 200
"""Height of the highest bar."""
_STEP = 30
_LEFT, _TOP, _BELOW = 40, 20, 60
_NARROWEST = 12


@dataclass(frozen=True)
class Bar:
    """A bar of `count`, with its label under `middle`; `named`: whether there is room for the label."""

    x: int
    y: float
    width: int
    height: float
    middle: float
    label: str
    count: int
    named: bool


@dataclass(frozen=True)
class Chart:
    """`lines`: where the scale's lines are, (y, what they stand for)."""

    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]
    lines: tuple[tuple[float, int], ...]


def chart_of(counted: Sequence[tuple[str, int]]) -> Chart:
    """Upright bars of labels and counts, side by side."""
    top = _scale_of(max((count for _label, count in counted), default=0))
    every = 1 if len(counted) <= _NARROWEST * 2 else 3
    base = _TOP + _PLOT
    bars = []
    for place, (label, count) in enumerate(counted):
        height = round(_PLOT * count / top, 1)
        x = _LEFT + place * _STEP + 4
        bars.append(
            Bar(x, round(base - height, 1), _STEP - 8, height, x + (_STEP - 8) / 2, label, count, place % every == 0)
        )  # fmt: skip
    lines = tuple((round(base - _PLOT * step / top, 1), step) for step in (0, top // 2, top) if top > 1 or step != 0)
    return Chart(_LEFT + max(len(counted), 8) * _STEP + 10, base + _BELOW, base, tuple(bars), lines)


def _scale_of(most: int) -> int:
    """The end of the scale: even, and round where it is large."""
    for step in (2, 4, 6, 8, 10, 20, 30, 40, 50, 60, 80, 100):
        if most <= step:
            return step
    return -(-most // 100) * 100
