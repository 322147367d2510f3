"""The colours that a person may have their avatar in: a light one behind, and a strong one for clothes or pot.

Ink on either, and the one on the other, keep a contrast that can be seen (tests hold them to it); as both belong to the
picture, they are the same by day and by night.
"""

from dataclasses import dataclass

from foundation.language import Lazy, lazy


@dataclass(frozen=True)
class Colour:
    """`back` and `wear` are `#rrggbb`; `words` name the colour to people."""

    words: Lazy
    back: str
    wear: str


COLOURS = {
    "sky": Colour(lazy("Sky blue"), "#cfe2ff", "#2f6fd0"),
    "sea": Colour(lazy("Sea green"), "#c4ecec", "#0b7480"),
    "mint": Colour(lazy("Mint"), "#cdeed8", "#1b7a4b"),
    "leaf": Colour(lazy("Leaf green"), "#e2eec4", "#557d16"),
    "sun": Colour(lazy("Sunny yellow"), "#fdeeb0", "#a06a00"),
    "peach": Colour(lazy("Peach"), "#ffdcc2", "#bd5512"),
    "rose": Colour(lazy("Rose"), "#ffd3da", "#c2334f"),
    "lilac": Colour(lazy("Lilac"), "#e3d8fb", "#7148c2"),
    "plum": Colour(lazy("Plum"), "#efd0ea", "#8e3a86"),
    "stone": Colour(lazy("Stone grey"), "#dde2e8", "#55627a"),
}

DRAWN_IN = COLOURS["sky"]
"""The colours that the committed art has: others are put in the place of these."""
