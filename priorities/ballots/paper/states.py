"""What a slip can be, and what two people make of it."""

from enum import StrEnum
from typing import Final

from foundation.language import Lazy, lazy


class SlipState(StrEnum):
    """Where a slip is. `counted` and `spoiled` are for good."""

    PRINTED = "printed"
    ISSUED = "issued"
    COUNTED = "counted"
    SPOILED = "spoiled"


class Outcome(StrEnum):
    """What became of a slip that was just read.

    `waiting`: somebody else must read it too. `differs`: two people read different things, a third look is needed.
    `counted`, `spoiled`: two people read the same, a ballot or that there is none on it.
    """

    WAITING = "waiting"
    DIFFERS = "differs"
    COUNTED = "counted"
    SPOILED = "spoiled"


NAMES: Final[dict[str, Lazy]] = {
    SlipState.PRINTED: lazy("not given out yet"),
    SlipState.ISSUED: lazy("given out"),
    SlipState.COUNTED: lazy("counted"),
    SlipState.SPOILED: lazy("spoiled"),
}
