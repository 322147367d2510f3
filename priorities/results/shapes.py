"""A result as the JSON API describes it."""

import msgspec


class CountedOption(msgspec.Struct):
    """`votes`: how many ballots approve of it, or its points. `elected`: it takes a place in this count."""

    id: str
    votes: int
    elected: bool


class OptionVotes(msgspec.Struct):
    """The votes of one option among the ballots of a tier."""

    id: str
    votes: int


class TierResult(msgspec.Struct):
    """The ballots of one tier, or of several that were put together so that there are ten."""

    ballots: int
    votes: list[OptionVotes]


class RoundResult(msgspec.Struct):
    """`advice`: the count that advises the panel. `equal_shares` is null but for an approval vote."""

    plain: list[CountedOption]
    equal_shares: list[CountedOption] | None
    advice: str
    quorum_met: bool
    ballots: int
    by_tier: dict[str, TierResult]
