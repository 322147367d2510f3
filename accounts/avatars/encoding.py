"""A photo decoded and encoded anew, in a process of its own with little memory, little time and none of our secrets.

Run as `python -m accounts.avatars.encoding`: the file on standard input; on standard output three WebP pictures, each
after its length in four bytes; or exit status 1 and one word on standard error: format, moving, pixels, small, broken.
What a decoder could be made to do stays in here.
"""

import io
import resource
import struct
import sys
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

SIZES = (64, 128, 512)
MOST_PIXELS = 40_000_000
SMALLEST_SIDE = 128

_MEMORY = 768 * 1024 * 1024
"""Bytes of address space: forty million pixels in four channels, twice, and the interpreter."""
_SECONDS = 15
_FORMATS = ("JPEG", "PNG", "WEBP")
_PAPER = "#dde2e8"


class Refused(Exception):
    """What is wrong, in one word."""


def encoded(data: bytes) -> list[bytes]:
    """The picture as a square in each of SIZES, as WebP without any metadata; raises Refused."""
    try:
        square = _square(_opened(data))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise Refused("pixels") from None
    except Refused:
        raise
    except Exception:  # decoders of foreign bytes raise whatever they like
        raise Refused("broken") from None
    return [_webp(square.resize((size, size), Image.Resampling.LANCZOS)) for size in SIZES]


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


def _square(image: Image.Image) -> Image.Image:
    """Upright, cut to the middle (a little above it, where heads are), on paper, as nothing but pixels."""
    largest = max(SIZES)
    image.draft("RGB", (2 * largest, 2 * largest))
    upright = _eight_bit(ImageOps.exif_transpose(image)).convert("RGBA")
    cut = ImageOps.fit(upright, (largest, largest), Image.Resampling.LANCZOS, centering=(0.5, 0.4))
    paper = Image.new("RGB", cut.size, _PAPER)
    paper.paste(cut, mask=cut.getchannel("A"))
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
        pictures = encoded(sys.stdin.buffer.read())
    except Refused as reason:
        sys.stderr.write(str(reason))
        return 1
    for picture in pictures:
        sys.stdout.buffer.write(struct.pack(">I", len(picture)) + picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
