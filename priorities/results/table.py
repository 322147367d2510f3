"""A result as tables for spreadsheets."""

from collections.abc import Iterator, Sequence
from typing import Any

from foundation import clock
from priorities.downloads import Table
from priorities.results.days import DayCell
from priorities.results.rows import OptionRow
from priorities.results.tiers import TierColumn

JSON = dict[str, Any]
_HEAD = ("option", "title", "votes", "plain", "equal_shares", "advised")


def table_of(rows: Sequence[OptionRow], tiers: Sequence[TierColumn]) -> Table:
    """One option in each row, with the names of the API; the votes of each tier stand in a column of their own."""
    return Table([*_HEAD, *(f"votes_{tier.label}" for tier in tiers)], _cells(rows, tiers))


def table_of_days(cells: Sequence[DayCell]) -> Table:
    """How many voted when; `others`: with those who did so on paper or by letter, whose day is not told."""
    rows = ((cell.first or "", cell.last or "", cell.voted, _yes(cell.others)) for cell in cells)
    return Table(("from", "to", "voted", "others"), rows)


def table_of_silent(cells: Sequence[JSON]) -> Table:
    """How many could vote, and did, by age band."""
    return Table(("age", "could", "voted"), ((one["label"], one["could"], one["voted"]) for one in cells))


def table_of_trend(rounds: Sequence[JSON]) -> Table:
    """How many voted in this round, and in those before it."""
    rows = ((one["id"], one["title"], clock.rfc3339(one["closed_at"]), one["ballots"], one["quorum"]) for one in rounds)
    return Table(("round", "title", "closed_at", "ballots", "quorum"), rows)


def _cells(rows: Sequence[OptionRow], tiers: Sequence[TierColumn]) -> Iterator[list[str | int]]:
    for row in rows:
        shares = "" if row.shares is None else _yes(row.shares)
        counted = (row.votes, _yes(row.plain), shares, _yes(row.advised))
        yield [row.id, row.title, *counted, *(tier.votes_of(row) for tier in tiers)]


def _yes(so: bool) -> str:
    return "yes" if so else "no"
