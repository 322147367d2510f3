"""Counting a vote: two counts of the same ballots, side by side. docs/priorities.md says the same in plain words.

Nothing here knows of a database, a person or a clock: what is published is enough to count it again.
"""

from dataclasses import dataclass

from priorities.methods import Method
from priorities.tallying.election import Choice, Counted, Election, together
from priorities.tallying.equal_shares import count_equal_shares
from priorities.tallying.plain import count_plain

__all__ = ["Choice", "Counted", "Election", "Tally", "count", "together"]


@dataclass(frozen=True)
class Tally:
    """Both counts, the option with the most votes first. `equal_shares` is None but for an approval vote.

    `lots`: ids of options of which the lot gave one a place in equal shares, and not all got one.
    """

    plain: tuple[Counted, ...]
    equal_shares: tuple[Counted, ...] | None
    ballots: int
    lots: tuple[tuple[str, ...], ...] = ()


def count(election: Election) -> Tally:
    """Count an election by both methods, exactly; the same election gives the same answer, whatever its order.

    Raises KeyError for a ballot that names what is no option.
    """
    shares = count_equal_shares(election) if election.method == Method.APPROVAL else None
    if shares is None:
        return Tally(count_plain(election), None, election.voters)
    return Tally(count_plain(election), shares.counted, election.voters, shares.lots)
