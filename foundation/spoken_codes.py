"""Codes that are printed, read out and typed in again, of letters and numbers that nobody mistakes for others."""

from dataclasses import dataclass
from typing import Final

from foundation.ids import random_letters

_ALPHABET: Final = frozenset("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
"""Crockford's base 32: no I, L, O or U. Who reads one of these for a 1 or a 0 is understood all the same."""
_READ_AS: Final = str.maketrans("ILO", "110")


@dataclass(frozen=True)
class SpokenCode:
    """One kind of code: `length` characters of five random bits each, printed in groups of `group`."""

    length: int
    group: int

    def new(self) -> str:
        """A code as it is printed, with hyphens between its groups."""
        plain = random_letters(self.length).upper()
        return "-".join(plain[place : place + self.group] for place in range(0, self.length, self.group))

    def plain(self, text: str) -> str | None:
        """The code without its hyphens, in capitals, as it may have been typed; None for what can't be one."""
        code = "".join(text.split()).replace("-", "").upper().translate(_READ_AS)
        return code if len(code) == self.length and set(code) <= _ALPHABET else None
