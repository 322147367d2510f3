"""QR codes as SVG pictures: black on white, whatever the colours of the page around them."""

from io import BytesIO

import segno

_DARK, _LIGHT = "#000", "#fff"


def qr_picture(text: str, *, scale: int = 5, quiet: int = 4) -> str:
    """A data: address, for the page itself: what holds a secret has no address of its own.

    `scale`: pixels a module; `quiet`: modules of white around it, four unless what is around is white anyway.
    """
    return segno.make(text, error="m").svg_data_uri(scale=scale, border=quiet, dark=_DARK, light=_LIGHT)


def qr_poster(text: str) -> bytes:
    """A picture to be printed large and hung up on white; it bears that a quarter of it is covered or torn."""
    picture = BytesIO()
    segno.make(text, error="q", micro=False).save(picture, kind="svg", scale=8, border=2, dark=_DARK, light=_LIGHT)
    return picture.getvalue()
