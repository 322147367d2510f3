"""What was changed between two texts, word by word."""

import asyncio
import re
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST: Final = 1000
"""Words and marks of both, from the first that differs to the last: more are shown whole, one after the other."""


class Piece(NamedTuple):
    """A stretch of text that stayed, is gone, or is new."""

    kind: Literal["same", "gone", "new"]
    text: str


async def difference(before: str, after: str) -> list[Piece]:
    """The pieces of both texts in their order; found off the event loop, as long texts take a while."""
    return await asyncio.to_thread(_pieces, before, after)


def _pieces(before: str, after: str) -> list[Piece]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    # Comparing takes the square of the length, and most changes touch little of a long text.
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    same = [Piece("same", "".join(part)) for part in (old[:start], old[len(old) - end :])]
    changed = _compared(old[start : len(old) - end], new[start : len(new) - end])
    return [piece for piece in (same[0], *changed, same[1]) if piece.text]


def _alike(old: list[str], new: list[str]) -> int:
    """How many they begin with that are the same."""
    return next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
                min(len(old), len(new)))  # fmt: skip


def _compared(old: list[str], new: list[str]) -> list[Piece]:
    if len(old) + len(new) > _MOST:
        return [Piece("gone", "".join(old)), Piece("new", "".join(new))]
    found: list[Piece] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(old[old_from:old_to])))
            continue
        if old_to > old_from:
            found.append(Piece("gone", "".join(old[old_from:old_to])))
        if new_to > new_from:
            found.append(Piece("new", "".join(new[new_from:new_to])))
    return found
