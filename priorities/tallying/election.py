"""An election as it is counted: ballots that say the same are counted together, however many they are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from priorities.methods import Method

Choice = tuple[str, ...] | tuple[tuple[str, int], ...]
"""What one ballot says: options (approval, in no order; ranking, the first first), or options with their points."""


@dataclass(frozen=True)
class Election:
    """What was voted on, and how. `ballots` is how often each choice was made, `options` the ids in any order.

    `pick` is the most options that a ballot names, `places` how many are elected. `fallen` are options that take no
    place (they were taken down during the vote): their votes are counted and shown all the same. `seed` decides ties.
    """

    method: Method
    options: Sequence[str]
    ballots: Mapping[Choice, int]
    seed: str
    pick: int = 3
    places: int = 3
    fallen: frozenset[str] = field(default_factory=frozenset)

    @property
    def voters(self) -> int:
        """How many ballots there are."""
        return sum(self.ballots.values())

    @property
    def standing(self) -> tuple[str, ...]:
        """The options that can take a place."""
        return tuple(option for option in self.options if option not in self.fallen)


@dataclass(frozen=True)
class Counted:
    """One option after a count: `votes` is how many approved of it, or its points; `elected`: it takes a place."""

    id: str
    votes: int
    elected: bool


def together(choices: Iterable[Choice]) -> Mapping[Choice, int]:
    """How often each choice was made. Of a ranking the order matters, of what is approved it does not: sort those."""
    return Counter(choices)
