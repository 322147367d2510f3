"""Names as they look: which officers' names can be read in a name, whatever it is spelled with."""

from collections.abc import Iterator

from foundation.folding import skeleton

_LONG_ENOUGH = 8
"""Letters from which a name is found inside a longer word too: shorter ones would be found in half of Wales."""


def name_skeleton(name: str) -> str:
    """The skeleton of a name without its spaces: `Ada Okafor`, `AD@ 0kafor` and `adaokafor` have one."""
    return skeleton(name).replace(" ", "")[:400]


def readings(name: str) -> set[str]:
    """Every skeleton that can be read in a name: its whole words in a row, forwards or backwards, and long parts."""
    words = skeleton(name).split()
    return {*_rows(words), *_rows(words[::-1]), *_parts("".join(words))}


def _rows(words: list[str]) -> Iterator[str]:
    for first in range(len(words)):
        for last in range(first, len(words)):
            yield "".join(words[first : last + 1])


def _parts(letters: str) -> Iterator[str]:
    for first in range(len(letters)):
        for end in range(first + _LONG_ENOUGH, len(letters) + 1):
            yield letters[first:end]


def can_be_taken_for(name: str, officers_name: str) -> bool:
    """Whether a name that reads as an officer's is refused: an officer who shows one word only keeps no more than it.

    Otherwise an officer shown as `Hughes` would keep every Hughes of the force out.
    """
    return " " in officers_name.strip() or name_skeleton(name) == name_skeleton(officers_name)
