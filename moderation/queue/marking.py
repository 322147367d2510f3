"""Marking in a text what rules found in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, and which of the hits (by their place in the list, from 1) it is part of."""

    text: str
    hits: tuple[int, ...] = ()


def marked(text: str, hits: Sequence[JSON]) -> list[Piece]:
    """The text in pieces, each with the hits that cover it; hits without a place, or beyond the text, mark nothing."""
    spans = [
        (number, hit["start"], min(hit["end"], len(text)))
        for number, hit in enumerate(hits, start=1)
        if hit["start"] is not None and hit["end"] is not None and 0 <= hit["start"] < min(hit["end"], len(text))
    ]
    edges = sorted({0, len(text), *(edge for _number, start, end in spans for edge in (start, end))})
    return [
        Piece(text[start:end], tuple(number for number, first, last in spans if first <= start and end <= last))
        for start, end in pairwise(edges)
    ]
