"""Counts that are told so that nobody is found out by them."""

from collections.abc import Mapping
from typing import Final, Literal

Told = int | Literal["<5", "withheld"]
"""A count; "<5" for one to four; "withheld" where it would give such a one away by subtraction."""

FEW: Final = 5


def told(count: int) -> Told:
    """One count that stands by itself."""
    return "<5" if 0 < count < FEW else count


def told_parts(parts: Mapping[str, int]) -> dict[str, Told]:
    """Counts that add up to a total which is told: nobody can work out a small one from the rest.

    Nothing is told as nothing. Where one to four are hidden and what is shown leaves no doubt about them, the next
    smallest is withheld with them; and where there is none left, all that are hidden are withheld alike, so that
    nobody can tell which of them is small. Where each is one, and their number would say so, nothing is told at all.
    """
    hidden = {name for name, count in parts.items() if 0 < count < FEW}
    shown = sorted((name for name, count in parts.items() if count >= FEW), key=lambda name: parts[name])
    while hidden and shown and not _in_doubt([parts[name] for name in hidden]):
        hidden.add(shown.pop(0))
    total = sum(parts.values())
    if total >= FEW and total == len(hidden):
        return {}
    if hidden and total >= FEW and not _in_doubt([parts[name] for name in hidden]):
        return {name: "withheld" if name in hidden else count for name, count in parts.items()}
    return {name: _told(count, name in hidden) for name, count in parts.items()}


def _in_doubt(hidden: list[int]) -> bool:
    """Whether their sum, which anybody can work out, can come about in more than one way."""
    small, total = sum(count < FEW for count in hidden), sum(hidden)
    withheld = len(hidden) - small
    return len(hidden) > 1 and total > small + FEW * withheld and (withheld > 0 or total < (FEW - 1) * small)


def _told(count: int, is_hidden: bool) -> Told:
    if not is_hidden:
        return count
    return "<5" if count < FEW else "withheld"
