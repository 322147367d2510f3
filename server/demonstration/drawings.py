"""Pictures that the cast add to their words. Drawn here: nobody's photo, and nothing to license."""

from collections.abc import Callable
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

_SIZE: Final = (1200, 800)


def picture(name: str) -> bytes:
    """One of them as JPEG: `lamps`, `gate` or `sign`."""
    image = Image.new("RGB", _SIZE)
    _DRAWN[name](ImageDraw.Draw(image))
    file = BytesIO()
    image.save(file, "JPEG", quality=85)
    return file.getvalue()


def _lamps(draw: ImageDraw.ImageDraw) -> None:
    """A lane at night, whose lamps stand dark."""
    draw.rectangle((0, 0, *_SIZE), fill="#101a33")
    draw.ellipse((930, 70, 1030, 170), fill="#d8d3bd")
    draw.polygon(((0, 800), (420, 420), (560, 420), (1200, 800)), fill="#1f2638")
    for number in range(5):
        far = 1 - number * 0.17
        x, foot, high = 1050 - number * 125, 760 - number * 78, 470 * far
        draw.line((x, foot, x, foot - high), fill="#3c4660", width=max(4, int(16 * far)))
        draw.line((x, foot - high, x - 90 * far, foot - high), fill="#3c4660", width=max(3, int(12 * far)))
        draw.ellipse((x - 130 * far, foot - high - 8, x - 60 * far, foot - high + 26 * far), fill="#2a3350")


def _gate(draw: ImageDraw.ImageDraw) -> None:
    """A park gate that stands open, in the daytime."""
    draw.rectangle((0, 0, *_SIZE), fill="#b9d7ea")
    draw.rectangle((0, 430, *_SIZE), fill="#6d9a4e")
    draw.polygon(((470, 430), (730, 430), (1000, 800), (200, 800)), fill="#c9b78f")
    for x in (300, 860):
        draw.rectangle((x, 240, x + 46, 640), fill="#6b5a4a")
    for number in range(6):
        draw.line((350 + number * 26, 300 - number * 8, 350 + number * 26, 620 + number * 14), fill="#27313a", width=9)
    for y in (310, 600):
        draw.line((346, y, 486, y + (14 if y > 400 else -42)), fill="#27313a", width=9)


def _sign(draw: ImageDraw.ImageDraw) -> None:
    """A sign by a road that shows how fast one is, and is content."""
    draw.rectangle((0, 0, *_SIZE), fill="#bfd9e6")
    draw.rectangle((0, 520, *_SIZE), fill="#7f9f62")
    draw.polygon(((560, 520), (680, 520), (1200, 800), (420, 800)), fill="#5b6068")
    draw.rectangle((286, 250, 314, 760), fill="#6c7075")
    draw.ellipse((150, 60, 450, 360), fill="#1b1f24", outline="#d9dde0", width=12)
    draw.arc((225, 175, 375, 325), 20, 160, fill="#62d26f", width=16)
    for x in (250, 330):
        draw.ellipse((x, 165, x + 24, 189), fill="#62d26f")
    draw.text((300, 118), "19", fill="#62d26f", anchor="mm", font_size=70)


_DRAWN: Final[dict[str, Callable[[ImageDraw.ImageDraw], None]]] = {"lamps": _lamps, "gate": _gate, "sign": _sign}
