"""Letters in pictures that the server draws: a machine that serves may have no fonts, so ours are brought along."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from PIL import ImageFont

from foundation.pages import FRONTEND

_FILES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
FAMILY = "DejaVu Sans, Verdana, system-ui, sans-serif"
"""For a drawing whose letters the reader’s own machine draws."""


@cache
def font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    """The font in a size, in pixels."""
    return ImageFont.truetype(FRONTEND / "fonts" / _FILES[bold], size)


def width_of(text: str, size: int, bold: bool = False) -> float:
    """How wide a text is, in pixels."""
    return font(size, bold).getlength(text)


def wrapped(text: str, width: float, size: int, *, bold: bool = False, most: int = 2) -> list[str]:
    """The text in at most so many lines that are no wider than this; what does not fit ends in `…`."""
    lines = list(islice(_lines(text, width, size, bold), most + 1))
    if len(lines) <= most:
        return lines
    last = lines[most - 1] + "…"
    while width_of(last, size, bold) > width and len(last) > 1:
        last = last[:-2].rstrip() + "…"
    return [*lines[: most - 1], last]


def _lines(text: str, width: float, size: int, bold: bool) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while width_of(line, size, bold) > width:
            part = _that_fits(line, width, size, bold)
            yield line[:part]
            line = line[part:]
    if line:
        yield line


def _that_fits(word: str, width: float, size: int, bold: bool) -> int:
    """How many letters of a word that is too long for a line stand in it: one at least."""
    return next((n for n in range(len(word) - 1, 1, -1) if width_of(word[:n], size, bold) <= width), 1)
