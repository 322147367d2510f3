"""What stands on top of pictures that people pass on, so that they say by themselves what they are of."""

from typing import Final

from foundation.drawing import INK, SOFT, Shape, Words
from foundation.lettering import wrapped

WIDTH: Final = 1000
"""Of the pictures, whose words stay `EDGE` away from their edges."""
EDGE: Final = 40


def add_head(shapes: list[Shape], heading: str, caption: str) -> int:
    """Adds both, in lines as wide as there is room for; gives where it ends."""
    y = EDGE + 20
    for line in wrapped(heading, WIDTH - 2 * EDGE, 34, bold=True):
        y += 22
        shapes.append(Words(EDGE, y, line, 34, INK, bold=True))
        y += 20
    for line in wrapped(caption, WIDTH - 2 * EDGE, 20):
        y += 14
        shapes.append(Words(EDGE, y, line, 20, SOFT))
        y += 12
    return y + 24
