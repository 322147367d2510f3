"""How much is measured: in full by hand, in small by CI, which only shows that everything still runs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """`rounds` of `seconds` each are measured for every figure, and their medians shown."""

    rounds: int
    seconds: float
    residents: tuple[int, ...]
    """How many are in the room whose cost is measured."""
    officers: int
    """How many names a new one is compared with."""
    items: int
    """How many wait in the review queue."""
    real_area: bool
    """South Wales, where its data lie beside the project; else the demonstration's small town."""
    postgres: bool


FULL = Size(rounds=3, seconds=5.0, residents=(100, 1000), officers=10_000, items=100_000, real_area=True, postgres=True)
SMALL = Size(rounds=1, seconds=0.4, residents=(20,), officers=200, items=500, real_area=False, postgres=False)
