"""A flat picture of shapes and words, which comes as SVG, to be enlarged, and as PNG, to be shown anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil, floor
from typing import Final, Literal
from xml.sax.saxutils import escape, quoteattr

from PIL import Image, ImageColor, ImageDraw

from foundation.lettering import FAMILY, font

Anchor = Literal["start", "middle", "end"]
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
INK: Final = "#0b0c0c"
"""Words, on `PAPER`; `SOFT` are those beside them."""
SOFT: Final = "#505a5f"
PAPER: Final = "#ffffff"
_FINER: Final = 4
"""How many times larger a circle is drawn than it is shown."""


@dataclass(frozen=True)
class Rect:
    """A rectangle from its upper left corner, in pixels; `colour` is hexadecimal (`#1d70b8`)."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0


@dataclass(frozen=True)
class Circle:
    """A circle around its middle, with a line of one pixel. With an `opacity` below 1 others shine through."""

    x: float
    y: float
    radius: float
    colour: str
    line: str
    opacity: float = 1


@dataclass(frozen=True)
class Words:
    """A line of words; `y` is where its letters stand."""

    x: float
    y: float
    text: str
    size: int
    colour: str
    bold: bool = False
    anchor: Anchor = "start"


Shape = Rect | Circle | Words


@dataclass(frozen=True)
class Drawing:
    """What is drawn, the first first. `title` and `about` are read to who can’t see it."""

    width: int
    height: int
    background: str
    title: str
    about: str
    shapes: Sequence[Shape]


def as_svg(drawing: Drawing) -> str:
    """The picture as a file of its own."""
    shapes = "\n".join(_element(shape) for shape in drawing.shapes)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width}" height="{drawing.height}" '
        f'viewBox="0 0 {drawing.width} {drawing.height}" role="img" aria-labelledby="title about" '
        f"font-family={quoteattr(FAMILY)}>\n"
        f'<title id="title">{_written(drawing.title)}</title>\n<desc id="about">{_written(drawing.about)}</desc>\n'
        f'<rect width="{drawing.width}" height="{drawing.height}" fill="{drawing.background}"/>\n{shapes}\n</svg>\n'
    )


def as_png(drawing: Drawing, scale: int = 1) -> bytes:
    """The picture in pixels, `scale` of them to each. It takes some time: call it off the loop."""
    image = Image.new("RGB", (drawing.width * scale, drawing.height * scale), drawing.background)
    pen = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        if isinstance(shape, Rect):
            if shape.width >= 1:
                box = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
                corners = [value * scale for value in box]
                pen.rounded_rectangle(corners, radius=shape.radius * scale, fill=shape.colour)
        elif isinstance(shape, Circle):
            _put_circle(image, shape, scale)
        else:
            place = (shape.x * scale, shape.y * scale)
            letters = font(shape.size * scale, shape.bold)
            pen.text(place, shape.text, fill=shape.colour, font=letters, anchor=_ANCHORS[shape.anchor])
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def _put_circle(image: Image.Image, circle: Circle, scale: int) -> None:
    """Drawn larger and made smaller: the pen alone leaves steps at its edge."""
    left, top = ((at - circle.radius) * scale - 1 for at in (circle.x, circle.y))
    side = ceil(2 * circle.radius * scale) + 3
    tile = Image.new("RGBA", (side * _FINER, side * _FINER))
    corners = [
        (at + length) * _FINER
        for length in (0, 2 * circle.radius * scale)
        for at in (left - floor(left) + 1, top - floor(top) + 1)
    ]
    fill = (*ImageColor.getrgb(circle.colour)[:3], round(255 * circle.opacity))
    ImageDraw.Draw(tile).ellipse(corners, fill=fill, outline=circle.line, width=_FINER * scale)
    smooth = tile.resize((side, side), Image.Resampling.BOX)
    image.paste(smooth, (floor(left), floor(top)), smooth)


def _element(shape: Shape) -> str:
    if isinstance(shape, Rect):
        return (
            f'<rect x="{shape.x:g}" y="{shape.y:g}" width="{shape.width:g}" height="{shape.height:g}" '
            f'rx="{shape.radius:g}" fill="{shape.colour}"/>'
        )
    if isinstance(shape, Circle):
        return (
            f'<circle cx="{shape.x:g}" cy="{shape.y:g}" r="{shape.radius:g}" fill="{shape.colour}" '
            f'fill-opacity="{shape.opacity:g}" stroke="{shape.line}"/>'
        )
    weight = ' font-weight="bold"' if shape.bold else ""
    return (
        f'<text x="{shape.x:g}" y="{shape.y:g}" font-size="{shape.size}" text-anchor="{shape.anchor}"{weight} '
        f'fill="{shape.colour}">{_written(shape.text)}</text>'
    )


def _written(text: str) -> str:
    """As XML has it, which knows no control characters."""
    return escape("".join(letter for letter in text if letter.isprintable()))
