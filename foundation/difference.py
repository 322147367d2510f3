"""What was changed between two texts, word by word."""

import asyncio
import re
from itertools import groupby, pairwise
from typing import Final, Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST: Final = 1000
"""Words and marks of both, from the first that differs to the last: more are shown whole, one after the other."""


class Piece(NamedTuple):
    """A stretch of text that stayed, is gone, or is new."""

    kind: Literal["same", "gone", "new"]
    text: str


async def differences(texts: list[str]) -> list[list[Piece]]:
    """For each text but the first the pieces of it and the one before, in their order; found off the event loop."""
    return await asyncio.to_thread(lambda: [_pieces(before, after) for before, after in pairwise(texts)])


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
    for is_same, steps in groupby(Levenshtein.opcodes(old, new), lambda step: step.tag == "equal"):
        run = list(steps)
        was = "".join(old[run[0].src_start : run[-1].src_end])
        becomes = "".join(new[run[0].dest_start : run[-1].dest_end])
        found += [Piece("same", was)] if is_same else [Piece("gone", was), Piece("new", becomes)]
    return found
