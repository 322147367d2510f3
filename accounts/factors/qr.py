"""QR codes as pictures in the page itself: nothing that holds a secret has an address of its own."""

import segno


def picture_of(text: str) -> str:
    """A data: address of an SVG, black on white whatever the page's colours, with the quiet zone that readers need."""
    return segno.make(text, error="m").svg_data_uri(scale=5, border=4, dark="#000", light="#fff")
