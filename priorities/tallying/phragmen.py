"""Phragmén’s sequential rule, to fill places that equal shares leave open.

Each place is a load of 1 that its supporters carry, spread so that who carries most carries as little as can be. What
voters still had to spend is a load below zero, so that those who got less so far come first.
"""

from collections import Counter
from fractions import Fraction

from priorities.tallying.crowds import Crowds


def fill_places(crowds: Crowds, places: int) -> None:
    """Elect options that have a supporter until the places are full, or none is left."""
    while len(crowds.elected) < places:
        offers = [(_load(crowds, supporters), number, supporters) for number, supporters in crowds.supporters()]
        best = min(offers, key=lambda offer: offer[:2], default=None)
        if best is None:
            return
        load, number, supporters = best
        crowds.note_equals(each for carried, each, _supporters in offers if carried == load)
        crowds.elect(number, dict.fromkeys(supporters, -load))


def _load(crowds: Crowds, supporters: Counter[int]) -> Fraction:
    """What each supporter would carry with this option among the elected."""
    carried = sum((-crowds.purses[crowd] * times for crowd, times in supporters.items()), Fraction(0))
    return (carried + 1) / supporters.total()
