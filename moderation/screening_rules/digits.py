"""Digits in a text, however they are spaced: where each stands, and where groups of them begin and end."""

from collections.abc import Iterator
from dataclasses import dataclass

import re2

_LONGEST_CUE = 40
_LONGEST_DATE = 11  # and a character more, so that a date ends where it ends
# An o between digits is a zero in disguise.
_STRETCH = re2.compile(r"[0-9o](?:[\s.\-()·_*‐‑‒–—]{0,3}[0-9o]){5,}")
_DATE = re2.compile(
    r"(?:[0-3]?[0-9][ .\-–](?:0[1-9]|1[0-2])(?:[ .\-–](?:19|20)|[.\-–])[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[ .\-–](?:0[1-9]|1[0-2])[ .\-–][0-3][0-9])\b"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Digits with little between them: `text[places[n]]` is the digit `digits[n]`, or the o that stands for it."""

    text: str
    digits: str
    places: list[int]

    def begins_group(self, at: int) -> bool:
        before = self.places[at] - 1
        return before < 0 or not self.text[before].isalnum()

    def ends_group(self, at: int) -> bool:
        after = self.places[at] + 1
        return after >= len(self.text) or not self.text[after].isalnum()

    def before(self, at: int) -> str:
        """The text before a digit, as far as it can say what the number is."""
        return self.text[max(0, self.places[at] - _LONGEST_CUE) : self.places[at]]

    def date_at(self, at: int) -> int:
        """How many digits the date that begins here has; 0 for none."""
        date = _DATE.match(self.text[self.places[at] : self.places[at] + _LONGEST_DATE])
        return sum(map(str.isdigit, date[0])) if date else 0


def find_stretches(text: str) -> Iterator[Stretch]:
    """Every stretch of six digits and more in a plain text: fewer are nobody's number."""
    for found in _STRETCH.finditer(text):
        places = [place for place in range(*found.span()) if text[place] in "0123456789o"]
        yield Stretch(text, "".join(text[place] for place in places).replace("o", "0"), places)
