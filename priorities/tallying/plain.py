"""The plain count: the options with the most votes."""

from collections.abc import Mapping

from priorities.methods import Method
from priorities.tallying.election import Counted, Election
from priorities.tallying.ties import lot_of


def votes_of(election: Election) -> Mapping[str, int]:
    """The votes of each option: one for each ballot that approves of it, or its points.

    A ranking gives `pick` points to the first, one less to the second, and so on (Borda’s count, cut off).
    """
    votes = dict.fromkeys(election.options, 0)
    for choice, times in election.ballots.items():
        for place, named in enumerate(choice):
            option, weight = named if isinstance(named, tuple) else (named, _weight(election, place))
            votes[option] += weight * times
    return votes


def count_plain(election: Election) -> tuple[Counted, ...]:
    """Every option, the one with the most votes first; those that stand and have any take the places in that order."""
    votes = votes_of(election)
    order = sorted(election.options, key=lambda option: (-votes[option], lot_of(election.seed, option)))
    able = [option for option in order if option not in election.fallen and votes[option] > 0]
    elected = set(able[: election.places])
    return tuple(Counted(option, votes[option], option in elected) for option in order)


def _weight(election: Election, place: int) -> int:
    return max(election.pick - place, 1) if election.method == Method.RANKING else 1
