"""Thousands of elections, counted by us and by a library that others wrote: the same are elected, ties and all."""

from random import Random

import pytest

from priorities.tally import Election, count
from tests.priorities.tallying import another_hand
from tests.priorities.tallying.elections import by_chance, elected

EACH = 500


@pytest.mark.parametrize("start", range(8))
def test_small_elections_full_of_ties_are_counted_alike(start: int) -> None:
    chance = Random(start)
    for _ in range(EACH):
        _check(by_chance(chance))


def test_larger_elections_are_counted_alike() -> None:
    chance = Random(20)
    for _ in range(60):
        _check(by_chance(chance, voters=150, options=12))


def _check(election: Election) -> None:
    tally = count(election)
    assert elected(tally.equal_shares) == another_hand.equal_shares(election), election
    assert elected(tally.plain) == another_hand.plain(election), election


def test_ties_and_open_places_do_come_up_in_them() -> None:
    """Else the tests above would say little."""
    chance, differ, short, tied = Random(0), 0, 0, 0
    for _ in range(EACH):
        election = by_chance(chance)
        tally = count(election)
        votes = [one.votes for one in tally.plain if one.id not in election.fallen]
        differ += elected(tally.plain) != elected(tally.equal_shares)
        short += len(elected(tally.plain)) < election.places
        tied += len(set(votes)) < len(votes)
    assert differ > 20
    assert short > 20
    assert tied > EACH / 2
