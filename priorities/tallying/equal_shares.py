"""The method of equal shares, for options that cost the same.

Peters and Skowron, “Proportionality and the Limits of Welfarism” (2020), rule X: each voter has an equal share of the
places to spend; an option is bought by those who approve of it, each paying the same where they can and all they have
where they can’t; the option that asks the least of those who pay most comes first. What nobody can buy any more is
filled by Phragmén’s sequential rule from what is left, as the library abcvoting does.
"""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from priorities.tallying.crowds import Crowds
from priorities.tallying.election import Counted, Election
from priorities.tallying.phragmen import fill_places
from priorities.tallying.plain import count_plain


@dataclass(frozen=True)
class Shares:
    """Every option in the order of the plain count, with the same votes; elected are those that equal shares choose.

    `lots`: where it was the lot that gave a place to one of several.
    """

    counted: tuple[Counted, ...]
    lots: tuple[tuple[str, ...], ...]


def count_equal_shares(election: Election) -> Shares:
    """Count an approval vote."""
    crowds = Crowds(election)
    while len(crowds.elected) < election.places and _buy_one(crowds):
        pass
    fill_places(crowds, election.places)
    elected = {crowds.options[number] for number in crowds.elected}
    counted = tuple(Counted(one.id, one.votes, one.id in elected) for one in count_plain(election))
    return Shares(counted, crowds.lots())


def _buy_one(crowds: Crowds) -> bool:
    """Elect the option whose supporters can buy it at the lowest price each; False where none can be bought."""
    offers = [
        (price, number, supporters)
        for number, supporters in crowds.supporters()
        if (price := _price(crowds, supporters)) is not None
    ]
    best = min(offers, key=lambda offer: offer[:2], default=None)
    if best is None:
        return False
    price, number, supporters = best
    crowds.note_equals(each for asked, each, _supporters in offers if asked == price)
    crowds.elect(number, {crowd: max(crowds.purses[crowd] - price, Fraction(0)) for crowd in supporters})
    return True


def _price(crowds: Crowds, supporters: Counter[int]) -> Fraction | None:
    """The least that each may be asked for so that together they pay 1, where some can’t pay it all; None: too dear."""
    still, people = Fraction(1), supporters.total()
    for purse, times in sorted((crowds.purses[crowd], times) for crowd, times in supporters.items()):
        if purse * people >= still:
            return still / people
        still -= purse * times
        people -= times
    return None
