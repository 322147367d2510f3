"""Files that people might send as a photo: good ones of every kind, and lies."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw

RED, BLUE = (200, 40, 40), (40, 60, 200)


def photo(width: int = 400, height: int = 300, mode: str = "RGB") -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), RED)
    ImageDraw.Draw(image).rectangle((0, height // 2, width, height), fill=BLUE)
    return image.convert(mode)


def written(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file of a kind that Pillow writes."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def with_position(image: Image.Image) -> bytes:
    """A JPEG as a phone writes it: the camera held sideways, the position, a comment and a colour profile."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees to the right
    exif[0x010F] = "Secret Phone"
    exif[0x8825] = {1: "N", 2: (51.0, 29.0, 41.25), 3: "W", 4: (3.0, 10.0, 12.5)}
    return written(image, "JPEG", exif=exif, comment=b"at home in Cathays", icc_profile=b"a profile" * 20)


def bomb(width: int, height: int, rows: int | None = None) -> bytes:
    """A PNG that is small and says it is huge; its pixels are there (or `rows` of them), in a little zlib."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + width // 8 + 1)
    data = b"".join(packer.compress(row) for _row in range(rows or height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def moving() -> bytes:
    frames = [photo(), photo().rotate(180)]
    return written(frames[0], "PNG", save_all=True, append_images=frames[1:])


GOOD = {
    "JPEG": written(photo(), "JPEG"),
    "grey JPEG": written(photo(mode="L"), "JPEG"),
    "CMYK JPEG": written(photo(mode="CMYK"), "JPEG"),
    "PNG": written(photo(), "PNG"),
    "PNG with a palette and transparency": written(photo(mode="P"), "PNG", transparency=0),
    "PNG with alpha": written(photo(mode="RGBA"), "PNG"),
    "PNG of one bit": written(photo(mode="1"), "PNG"),
    "PNG of 16 bits": written(Image.new("I;16", (300, 300), 40000), "PNG"),
    "WebP": written(photo(), "WEBP"),
    "JPEG of a camera": with_position(photo(800, 600)),
    "JPEG with a page after it": written(photo(), "JPEG") + b"<html><script>alert(1)</script></html>",
}
BAD = {
    "GIF": (written(photo(mode="P"), "GIF"), "not a photo"),
    "GIF that is a script too": (b"GIF89a/*" + b"\0" * 300 + b"*/=1;alert(1)", "not a photo"),
    "page": (b"<!doctype html><script>alert(1)</script>" * 50, "not a photo"),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "not a photo"),
    "TIFF": (written(photo(), "TIFF"), "not a photo"),
    "PDF": (written(photo(), "PDF"), "not a photo"),
    "half a JPEG": (GOOD["JPEG"][: len(GOOD["JPEG"]) // 2], "to its end"),
    "half a PNG": (GOOD["PNG"][:120], "to its end"),
    "only the beginning": (b"\xff\xd8\xff\xe0", "not a photo"),
    "moving PNG": (moving(), "moves"),
    "moving WebP": (written(photo(), "WEBP", save_all=True, append_images=[photo().rotate(180)]), "moves"),
    "stamp": (written(photo(100, 100), "PNG"), "too small"),
    "41 megapixels": (bomb(6_400, 6_410), "40 megapixels"),
    "four gigapixels": (bomb(65_000, 65_000, rows=400), "megapixels"),
    "nothing": (b"", "Choose a photo"),
}
