"""What is hard to read, and how much of it one person is given in a shift."""

from datetime import timedelta
from typing import Any, Final

from moderation.items.kinds import DISTRESSING, Kind

SHIFT: Final = timedelta(hours=8)
MOST_A_SHIFT: Final = 40
"""Hard items that the queue gives one person within a shift: then it gives others, and more only when asked to."""


def is_hard(item: dict[str, Any]) -> bool:
    """Whether an item is marked before it is opened, and counted when it is."""
    return not DISTRESSING.isdisjoint(item["kinds"]) or item["kind"] in DISTRESSING


def hardest(item: dict[str, Any]) -> Kind:
    """The most urgent of its hard kinds."""
    return Kind(next((kind for kind in Kind if kind in DISTRESSING and kind in item["kinds"]), item["kind"]))
