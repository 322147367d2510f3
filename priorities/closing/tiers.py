"""Tiers as they are published: no group is so small that its ballots tell whose they are."""

from collections.abc import Mapping
from typing import Final

from priorities.tiers import TIERS

FEWEST: Final = 10
"""Ballots that a group has at least, where there are as many at all."""


def tier_labels(ballots: Mapping[str, int]) -> dict[str, str]:
    """For each tier the label under which it is published, of how many ballots each has: `email+postcode`.

    A group with under ten goes together with the next smallest, until none has, or one is left.
    """
    groups: list[tuple[tuple[str, ...], int]] = [((tier,), many) for tier, many in ballots.items()]
    groups.sort(key=_size)
    while len(groups) > 1 and groups[0][1] < FEWEST:
        (first, some), (second, more), *rest = groups
        groups = sorted([(first + second, some + more), *rest], key=_size)
    return {tier: "+".join(sorted(tiers, key=_place)) for tiers, _many in groups for tier in tiers}


def _size(group: tuple[tuple[str, ...], int]) -> tuple[int, list[tuple[int, str]]]:
    return group[1], sorted(_place(tier) for tier in group[0])


def _place(tier: str) -> tuple[int, str]:
    return (TIERS.index(tier) if tier in TIERS else len(TIERS)), tier
