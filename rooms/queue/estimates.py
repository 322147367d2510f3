"""How long somebody will probably wait: a range, from how long others were talked with, or nothing where too few were.

Pure arithmetic on lengths in seconds. Lengths of talks are lopsided, so quartiles say more than a mean would.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import quantiles

FEWEST = 3
"""Talks that a range is made from at least: less would be a guess."""
_STEP = 5
"""Minutes to which a range is rounded, outwards: more exactly nobody knows."""


@dataclass(frozen=True)
class Wait:
    """Between how many minutes and how many."""

    low: int
    high: int

    def as_json(self) -> dict[str, int]:
        return {"low": self.low, "high": self.high}


def expected_wait(ahead: int, busy: int, officers: int, lengths: Sequence[float]) -> Wait | None:
    """The wait of somebody with `ahead` people before them, while `busy` of the `officers` talk with someone.

    `lengths`: how long talks took, in seconds. None: not known.
    """
    if len(lengths) < FEWEST or officers < 1:
        return None
    short, _median, long = quantiles(lengths, n=4, method="inclusive")
    # A talk that has begun may end at any moment.
    begins, ends = max(0, ahead + busy - officers + 1), ahead + busy
    low = max(0, begins - busy) / officers * short / 60
    high = ends / officers * long / 60
    return Wait(_STEP * int(low // _STEP), max(_STEP, _STEP * ceil(high / _STEP)))
