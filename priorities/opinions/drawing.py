"""The picture of groups: a circle for each, as large as it is, nearer to those whose opinions are nearer.

People are no dots in it: a dot would be all that somebody said.
"""

from collections.abc import Sequence
from math import sqrt
from typing import Any, Final

JSON = dict[str, Any]
_WIDTH, _HEIGHT, _EDGE = 400.0, 220.0, 12.0
_LARGEST: Final = 60.0


def drawn(groups: Sequence[JSON]) -> JSON:
    """`width`, `height` and `circles` of `{x, y, r, name, size}`. There is one group at least."""
    most = max(group["size"] for group in groups)
    xs, ys = ([group["place"][axis] for group in groups] for axis in (0, 1))
    circles = [
        {
            "x": round(_along(group["place"][0], xs, _WIDTH), 1),
            "y": round(_along(group["place"][1], ys, _HEIGHT), 1),
            "r": round(max(_LARGEST * sqrt(group["size"] / most), 22.0), 1),
            "name": group["name"],
            "size": group["size"],
        }
        for group in groups
    ]
    return {"width": _WIDTH, "height": _HEIGHT, "circles": circles}


def _along(value: float, values: Sequence[float], length: float) -> float:
    """Between the edges; groups that hardly differ along this axis stay near its middle."""
    inside = length - 2 * (_LARGEST + _EDGE)
    span = max(max(values) - min(values), 0.6)
    middle = (max(values) + min(values)) / 2
    return length / 2 + (value - middle) / span * inside
