"""The groups as a picture to pass on: the circles that `drawing` puts on the page. No statement is in it."""

from collections.abc import Sequence
from typing import Any, Final

from foundation.drawing import INK, PAPER, SOFT, Circle, Drawing, Shape, Words
from foundation.language import _
from priorities.opinions.drawing import drawn
from priorities.picture_heads import EDGE, WIDTH, add_head

JSON = dict[str, Any]
_CIRCLE: Final = "#1d4f91"
_OPACITY: Final = 0.18
_NAME, _SIZE = 20, 13
"""How large letters are on the page."""
_BELOW: Final = 16
"""How far below its name the size of a group stands there."""


def picture_of_groups(heading: str, caption: str, groups: Sequence[JSON]) -> Drawing:
    """A circle for each, with its name and how many people are in it; there is one at least."""
    shapes: list[Shape] = []
    top = add_head(shapes, heading, caption)
    page = drawn(groups)
    larger = (WIDTH - 2 * EDGE) / page["width"]
    places = [(EDGE + larger * one["x"], top + larger * one["y"], one) for one in page["circles"]]
    # Names above all circles: where circles overlap, none is covered.
    shapes += [Circle(x, y, larger * one["r"], _CIRCLE, INK, _OPACITY) for x, y, one in places]
    for x, y, one in places:
        shapes.append(Words(x, y, one["name"], round(larger * _NAME), INK, bold=True, anchor="middle"))
        shapes.append(Words(x, y + larger * _BELOW, str(one["size"]), round(larger * _SIZE), INK, anchor="middle"))
    foot = round(top + larger * page["height"]) + 34
    shapes.append(Words(EDGE, foot, _("Larger circles have more people, nearer ones think more alike."), 16, SOFT))
    about = "; ".join(f"{_('Group %(name)s', name=one['name'])}: {one['size']}" for one in page["circles"])
    return Drawing(WIDTH, foot + 26, PAPER, heading, about, shapes)
