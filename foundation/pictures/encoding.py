"""A picture decoded and encoded anew, in a process of its own with little memory, little time and none of our secrets.

Run as `python -m foundation.pictures.encoding square` or `whole`: the file on standard input; on standard output WebP
pictures, each after its length in four bytes; or exit status 1 and one word on standard error: format, moving, pixels,
small, broken. What a decoder could be made to do stays in here.
"""

import io
import resource
import struct
import sys
import warnings
from collections.abc import Callable

from PIL import Image, ImageOps, UnidentifiedImageError

SQUARES = (64, 128, 512)
"""Pixels a side of `square`: cut to the middle."""
SIDES = (480, 1600)
"""Pixels of the longer side of `whole`, at most: nothing is cut off, nor made larger."""
MOST_PIXELS = 40_000_000
SMALLEST_SIDE = 128

_MEMORY = 768 * 1024 * 1024
"""Bytes of address space: forty million pixels in four channels, twice, and the interpreter."""
_SECONDS = 15
_FORMATS = ("JPEG", "PNG", "WEBP")
_PAPER = "#dde2e8"


class Refused(Exception):
    """What is wrong, in one word."""


def encoded(data: bytes, cut: str) -> list[bytes]:
    """The picture in each size of its `cut` (square or whole), as WebP without any metadata; raises Refused."""
    try:
        return [_webp(picture) for picture in _CUTS[cut](_opened(data))]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise Refused("pixels") from None
    except Refused:
        raise
    except Exception:  # decoders of foreign bytes raise whatever they like
        raise Refused("broken") from None


def _opened(data: bytes) -> Image.Image:
    """By its content, whatever its name says. Only the header is read: the pixels are counted before they are made."""
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except UnidentifiedImageError:
        raise Refused("format") from None
    if image.width * image.height > MOST_PIXELS:
        raise Refused("pixels")
    if getattr(image, "is_animated", False):
        raise Refused("moving")
    if min(image.size) < SMALLEST_SIDE:
        raise Refused("small")
    return image


def _squares(image: Image.Image) -> list[Image.Image]:
    """Cut to the middle, a little above it, where heads are."""
    largest = max(SQUARES)
    upright = _upright(image, largest)
    square = _on_paper(ImageOps.fit(upright, (largest, largest), Image.Resampling.LANCZOS, centering=(0.5, 0.4)))
    return [square.resize((size, size), Image.Resampling.LANCZOS) for size in SQUARES]


def _wholes(image: Image.Image) -> list[Image.Image]:
    upright = _on_paper(_upright(image, max(SIDES)))
    pictures = []
    for side in SIDES:
        picture = upright.copy()
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
        pictures.append(picture)
    return pictures


_CUTS: dict[str, Callable[[Image.Image], list[Image.Image]]] = {"square": _squares, "whole": _wholes}


def _upright(image: Image.Image, largest: int) -> Image.Image:
    """As the camera was held, read no finer than `largest` pixels need."""
    image.draft("RGB", (2 * largest, 2 * largest))
    return _eight_bit(ImageOps.exif_transpose(image)).convert("RGBA")


def _on_paper(picture: Image.Image) -> Image.Image:
    """As nothing but pixels: what is transparent lets paper through."""
    paper = Image.new("RGB", picture.size, _PAPER)
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _eight_bit(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image


def _webp(image: Image.Image) -> bytes:
    written = io.BytesIO()
    image.save(written, "WEBP", quality=82, method=4)
    return written.getvalue()


def main() -> int:
    """Read, encode, write; exit status 1 for a refusal."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        pictures = encoded(sys.stdin.buffer.read(), sys.argv[1])
    except Refused as reason:
        sys.stderr.write(str(reason))
        return 1
    for picture in pictures:
        sys.stdout.buffer.write(struct.pack(">I", len(picture)) + picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
