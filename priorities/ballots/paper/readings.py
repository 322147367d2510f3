"""What two people read on one slip, and whether they agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

JSON = dict[str, Any]
NOTHING: Final = "null"
"""That a slip holds no ballot, as JSON: it is empty, or nobody can tell what is meant."""


@dataclass(frozen=True)
class Reading:
    """What one person read: `said` is compact JSON of choices, as `checked_choices` gives it, or NOTHING."""

    by: str
    said: str


def first_of(slip: JSON) -> list[Reading]:
    """What was read on a slip (its row) so far, none to two readings."""
    pairs = ((slip["read_by_id"], slip["reading"]), (slip["read_again_by_id"], slip["again"]))
    return [Reading(by, said) for by, said in pairs if by is not None]


def with_reading(before: Sequence[Reading], new: Reading) -> tuple[list[Reading], bool]:
    """What stands with one more reading, and whether two people read the same now.

    Who reads a slip again changes their mind; a third person’s reading takes the place of the second one’s.
    """
    others = [reading for reading in before if reading.by != new.by]
    agreed = any(reading.said == new.said for reading in others)
    return [*others[:1], new], agreed
