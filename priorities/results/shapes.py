"""A result as the JSON API describes it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from priorities.results.days import DayCell


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


class TurnoutDay(msgspec.Struct):
    """How many voted from a day to another one, both included. Cells have ten or more, but where there is only one.

    `others`: in it are those who voted on paper or by a letter’s code; with no days, nobody else is.
    """

    first: date | None = msgspec.field(name="from")
    last: date | None = msgspec.field(name="to")
    voted: int
    others: bool


class TurnoutByAge(msgspec.Struct):
    """Of people with an account who could vote and said how old they are, how many did."""

    age: Literal["under_16", "16_or_17", "18_or_over"]
    could: int
    voted: int


class TurnoutOfRound(msgspec.Struct):
    """How many voted in a round of the neighbourhood, of how many that were asked for."""

    id: str
    title: str
    closed_at: datetime
    ballots: int
    quorum: int


class RoundTurnout(msgspec.Struct):
    """Who voted. `by_age` has only ages of which ten or more voted and ten or more did not; `rounds`: the last eight
    that were counted, until this one, the earliest first.
    """

    days: list[TurnoutDay]
    by_age: list[TurnoutByAge]
    rounds: list[TurnoutOfRound]


def turnout_shown(days: Sequence[DayCell], beside: dict[str, Any]) -> RoundTurnout:
    """Of the cells of a result, and of what stands beside it."""
    return RoundTurnout(
        [TurnoutDay(cell.first, cell.last, cell.voted, cell.others) for cell in days],
        [TurnoutByAge(cell["label"], cell["could"], cell["voted"]) for cell in beside["silent"]],
        [
            TurnoutOfRound(one["id"], one["title"], one["closed_at"], one["ballots"], one["quorum"])
            for one in beside["trend"]
        ],
    )
