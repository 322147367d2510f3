"""A result by how well its voters are vouched for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from priorities.results.naming import tier_name
from priorities.results.rows import OptionRow


@dataclass(frozen=True)
class TierColumn:
    """One tier, or several that were put together: its ballots, and the votes of each option by its id."""

    label: str
    name: str
    ballots: int
    votes: Mapping[str, int]

    def votes_of(self, row: OptionRow) -> int:
        """The votes that an option has from it."""
        return self.votes.get(row.id, 0)


def tier_columns(by_tier: Mapping[str, Any]) -> Sequence[TierColumn]:
    """The tiers of a result, the one with the most ballots first."""
    found = [
        TierColumn(label, tier_name(label), tier["ballots"], {one["id"]: one["votes"] for one in tier["votes"]})
        for label, tier in by_tier.items()
    ]
    return sorted(found, key=lambda tier: (-tier.ballots, tier.label))
