"""Voters of an approval vote in crowds: who approves of the same of the elected has paid the same for them.

That is what keeps a hundred thousand voters countable in exact fractions: there are at most 2 to the power of the
places purses to look at, whatever the ballots say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

from priorities.tallying.election import Election
from priorities.tallying.ties import by_lot


class Crowds:
    """The voters of an election, and what each crowd has left. Options are numbers here, in the order of their lots."""

    def __init__(self, election: Election) -> None:
        self.options = by_lot(election.seed, election.standing)
        """By number: the lower number wins a tie."""
        numbers = {option: number for number, option in enumerate(self.options)}
        masks: Counter[int] = Counter()
        for choice, times in election.ballots.items():
            masks[sum({1 << numbers[str(option)] for option in choice if option in numbers})] += times
        self._masks = masks
        self.elected: list[int] = []
        self._elected_mask = 0
        each = Fraction(election.places, election.voters) if election.voters else Fraction(0)
        self.purses: dict[int, Fraction] = {0: each}
        """By what a crowd approves of among the elected, as a mask."""
        self._equals: list[list[int]] = []

    def supporters(self) -> Iterator[tuple[int, Counter[int]]]:
        """Each option that is not elected and has a supporter: its number, and how many of each crowd support it."""
        found: defaultdict[int, Counter[int]] = defaultdict(Counter)  # by bit
        for mask, times in self._masks.items():
            crowd, wanted = mask & self._elected_mask, mask & ~self._elected_mask
            while wanted:
                lowest = wanted & -wanted
                found[lowest][crowd] += times
                wanted ^= lowest
        return ((bit.bit_length() - 1, found[bit]) for bit in sorted(found))

    def lots(self) -> tuple[tuple[str, ...], ...]:
        """Of options that were equal when one of them was elected, by its lot: those of which not all were, in the end.

        Each in the order of their lots.
        """
        given = set(self.elected)
        return tuple(
            tuple(self.options[number] for number in equals) for equals in self._equals if not given.issuperset(equals)
        )

    def note_equals(self, numbers: Iterable[int]) -> None:
        """These are worth the same now; the first of them is about to be elected."""
        equals = sorted(numbers)
        if len(equals) > 1:
            self._equals.append(equals)

    def elect(self, number: int, left: dict[int, Fraction]) -> None:
        """Give an option a place; `left` is what each crowd of its supporters has from then on."""
        self.elected.append(number)
        bit = 1 << number
        self._elected_mask |= bit
        self.purses |= {crowd | bit: purse for crowd, purse in left.items()}
