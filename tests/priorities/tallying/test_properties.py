"""What holds of every count, whatever the ballots say."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from priorities.models import Method
from priorities.tally import Choice, Election, count
from priorities.tallying.ties import lot_of
from tests.priorities.tallying.elections import by_chance, elected

CHANCES = st.integers(0, 2**32).map(lambda seed: by_chance(Random(seed)))


@given(CHANCES, st.randoms(use_true_random=False))
def test_the_order_of_ballots_and_options_is_nothing_to_it(election: Election, chance: Random) -> None:
    options, ballots = list(election.options), list(election.ballots.items())
    chance.shuffle(options)
    chance.shuffle(ballots)
    other = Election(
        election.method, options, dict(ballots), election.seed, election.pick, election.places, election.fallen
    )
    assert count(other) == count(election)


@given(CHANCES, st.integers(2, 7))
def test_every_ballot_many_times_over_elects_the_same(election: Election, times: int) -> None:
    ballots = {choice: number * times for choice, number in election.ballots.items()}
    other = Election(
        election.method, election.options, ballots, election.seed, election.pick, election.places, election.fallen
    )
    assert elected(count(other).equal_shares) == elected(count(election).equal_shares)
    assert elected(count(other).plain) == elected(count(election).plain)


@given(CHANCES)
def test_places_are_filled_with_what_stands_and_somebody_wants(election: Election) -> None:
    wanted = {str(option) for choice in election.ballots for option in choice} - election.fallen
    tally = count(election)
    for chosen in (elected(tally.plain), elected(tally.equal_shares)):
        assert chosen <= wanted
        assert len(chosen) == min(election.places, len(wanted))


@given(CHANCES)
def test_both_counts_show_the_same_votes_in_the_same_order(election: Election) -> None:
    """An option that was taken down keeps its votes; of equal ones the lower lot comes first."""
    tally = count(election)
    assert tally.equal_shares is not None
    assert [(one.id, one.votes) for one in tally.plain] == [(one.id, one.votes) for one in tally.equal_shares]
    for one in tally.plain:
        assert one.votes == sum(times for choice, times in election.ballots.items() if one.id in choice)
    keys = [(-one.votes, lot_of(election.seed, one.id)) for one in tally.plain]
    assert keys == sorted(keys)


@given(CHANCES)
def test_a_group_that_agrees_gets_its_share(election: Election) -> None:
    """Extended justified representation: of those who agree on so many options, and are enough to buy them all, at
    least one has so many of theirs elected. It is what Peters and Skowron prove of the method.
    """
    chosen = elected(count(election).equal_shares)
    for size in range(1, min(election.places, 3) + 1):
        for agreed in combinations(election.standing, size):
            group = {choice: times for choice, times in election.ballots.items() if set(agreed) <= set(choice)}
            if sum(group.values()) * election.places >= size * election.voters:
                assert any(len(chosen & set(map(str, choice))) >= size for choice in group)


def test_nobody_voted() -> None:
    tally = count(Election(Method.APPROVAL, ["a", "b"], {}, "seed"))
    assert tally.ballots == 0
    assert not elected(tally.plain)
    assert not elected(tally.equal_shares)
    assert [one.votes for one in tally.plain] == [0, 0]


def test_one_ballot_decides() -> None:
    tally = count(Election(Method.APPROVAL, list("abcd"), {("a", "c"): 1}, "seed"))
    assert elected(tally.plain) == elected(tally.equal_shares) == {"a", "c"}


def test_a_blank_ballot_is_counted_and_elects_nothing() -> None:
    tally = count(Election(Method.APPROVAL, list("ab"), {(): 3, ("a",): 1}, "seed"))
    assert tally.ballots == 4
    assert elected(tally.plain) == elected(tally.equal_shares) == {"a"}


def test_when_all_ballots_are_alike_lots_decide() -> None:
    options = [f"option-{number}" for number in range(6)]
    tally = count(Election(Method.APPROVAL, options, {tuple(options): 1000}, "seed", pick=6))
    lowest = set(sorted(options, key=lambda option: lot_of("seed", option))[:3])
    assert elected(tally.plain) == elected(tally.equal_shares) == lowest


def test_a_hundred_options_are_counted() -> None:
    options = [f"option-{number}" for number in range(100)]
    chance = Random(5)
    ballots: dict[Choice, int] = {tuple(sorted(chance.sample(options, 3))): chance.randint(1, 9) for _ in range(900)}
    tally = count(Election(Method.APPROVAL, options, ballots, "seed"))
    assert len(tally.plain) == 100
    assert len(elected(tally.equal_shares)) == 3


def test_a_ballot_for_what_is_no_option_is_refused() -> None:
    with pytest.raises(KeyError):
        count(Election(Method.APPROVAL, ["a"], {("b",): 1}, "seed"))


def test_points_are_added_up() -> None:
    ballots: dict[Choice, int] = {(("a", 10),): 2, (("a", 4), ("b", 6)): 3, (("c", 1),): 1}
    tally = count(Election(Method.POINTS, list("abcd"), ballots, "seed", places=2))
    assert [(one.id, one.votes, one.elected) for one in tally.plain] == [
        ("a", 32, True), ("b", 18, True), ("c", 1, False), ("d", 0, False)
    ]  # fmt: skip
    assert tally.equal_shares is None


def test_a_ranking_gives_three_two_and_one() -> None:
    ballots: dict[Choice, int] = {("a", "b", "c"): 2, ("b",): 1, ("c", "a"): 1}
    tally = count(Election(Method.RANKING, list("abc"), ballots, "seed", pick=3, places=1))
    assert {one.id: one.votes for one in tally.plain} == {"a": 3 + 3 + 2, "b": 2 + 2 + 3, "c": 1 + 1 + 3}
    assert elected(tally.plain) == {"a"}
    assert tally.equal_shares is None


def test_a_lot_is_what_anybody_can_draw_again() -> None:
    """`printf %s option-1 | openssl dgst -sha256 -hmac seed`."""
    assert lot_of("seed", "option-1") == "86c04a34863654c9263caa17a274e6c418f071296ec445b330e403c78582aa16"
