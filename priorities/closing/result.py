"""The result of a vote in the contract’s shape, as it stands in `Close.result` from the close on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from priorities.methods import Advice, Method
from priorities.tally import Choice, Election, Tally, count, together
from priorities.tallying.plain import votes_of

JSON = dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What was counted. `plain` and `equal_shares` (None but for approval): `{id, votes, elected}` of every option,
    the one with the most votes first. `advice`: which of the two advises the panel, `plain` or `equal_shares`.
    `by_tier`: of each published group of voters `{ballots, votes: [{id, votes}]}`, in the same order. `lots`: ids of
    options that were equal in equal shares, so that the lot decided which of them took a place.
    """

    plain: Sequence[JSON]
    equal_shares: Sequence[JSON] | None
    advice: str
    quorum_met: bool
    ballots: int
    by_tier: Mapping[str, JSON]
    lots: Sequence[Sequence[str]] = ()

    def to_json(self) -> JSON:
        """As the API answers with it."""
        return {name: value for name, value in vars(self).items() if name != "lots"}

    def to_keep(self) -> JSON:
        """As it is kept: with what the page tells of the lot."""
        return dict(vars(self))


def counted(row: JSON, options: Sequence[JSON], ballots: Sequence[tuple[str, Choice]]) -> Result:
    """Count a round (its row, its seed in it). `options`: `{id, stands}`; `ballots`: each with its published tier."""
    election = Election(
        method=Method(row["method"]),
        options=[option["id"] for option in options],
        ballots=together(choice for _tier, choice in ballots),
        seed=row["seed"],
        pick=row["pick"],
        places=row["places"],
        fallen=frozenset(option["id"] for option in options if not option["stands"]),
    )
    tally = count(election)
    return Result(
        plain=[vars(one) for one in tally.plain],
        equal_shares=None if tally.equal_shares is None else [vars(one) for one in tally.equal_shares],
        advice=Advice(row["advice"]) if tally.equal_shares is not None else Advice.PLAIN,
        quorum_met=tally.ballots >= row["quorum"],
        ballots=tally.ballots,
        by_tier=_by_tier(election, tally, ballots),
        lots=tally.lots,
    )


def _by_tier(election: Election, tally: Tally, ballots: Sequence[tuple[str, Choice]]) -> dict[str, JSON]:
    groups: dict[str, list[Choice]] = {}
    for tier, choice in ballots:
        groups.setdefault(tier, []).append(choice)
    found = {}
    for tier, choices in sorted(groups.items()):
        votes = votes_of(replace(election, ballots=together(choices)))
        found[tier] = {
            "ballots": len(choices),
            "votes": [{"id": one.id, "votes": votes[one.id]} for one in tally.plain],
        }
    return found
