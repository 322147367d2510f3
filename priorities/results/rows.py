"""The options of a result, one row each, as the page, the pictures and the files show them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from priorities.models import Advice
from priorities.option_rows import title_shown

JSON = dict[str, Any]


@dataclass(frozen=True)
class OptionRow:
    """One option. `plain` and `shares`: it takes a place in that count (None: it was not counted so).

    `share` is its votes for each hundred ballots, 0 where votes are points. `hidden`: its words are taken down now.
    `fallen`: it could take none, since it was taken down at the close.
    """

    id: str
    title: str
    votes: int
    share: int
    plain: bool
    shares: bool | None
    advised: bool
    hidden: bool
    fallen: bool


@dataclass(frozen=True)
class Tie:
    """Options with as many votes as each other, in the order that the lot gave them. `decided`: it decided a place."""

    titles: Sequence[str]
    votes: int
    decided: bool


def option_rows(
    result: Mapping[str, Any], options: Sequence[JSON], fallen: Collection[str], *, points: bool
) -> list[OptionRow]:
    """The options in the order of the plain count. `options`: as `options_of` gives them.

    `fallen`: the ids of those that were taken down at the close.
    """
    known = {option["id"]: option for option in options}
    shares = {one["id"]: one["elected"] for one in result["equal_shares"] or ()}
    advised, ballots = advised_ids(result), result["ballots"]
    return [
        OptionRow(
            id=one["id"],
            title=title_shown(known[one["id"]]),
            votes=one["votes"],
            share=0 if points or not ballots else round(100 * one["votes"] / ballots),
            plain=one["elected"],
            shares=shares.get(one["id"]),
            advised=one["id"] in advised,
            hidden=known[one["id"]]["taken_down"],
            fallen=one["id"] in fallen,
        )
        for one in result["plain"]
    ]


def advised_ids(result: Mapping[str, Any]) -> list[str]:
    """The options that the count which advises the panel gave a place, the one with the most votes first."""
    by_shares = result["advice"] == Advice.EQUAL_SHARES and result["equal_shares"] is not None
    counted = result["equal_shares"] if by_shares else result["plain"]
    return [one["id"] for one in counted if one["elected"]]


def ties_of(rows: Sequence[OptionRow]) -> list[Tie]:
    """Where the lot put options in order that have as many votes as each other; none without a vote is told."""
    groups = [(votes, list(each)) for votes, each in groupby(rows, lambda row: row.votes) if votes]
    return [
        Tie([row.title for row in each], votes, len({row.plain for row in each if not row.fallen}) > 1)
        for votes, each in groups
        if len(each) > 1
    ]
