"""A result as files for spreadsheets."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from foundation import clock
from foundation.spreadsheets import BOM, harmless
from priorities.results.days import DayCell
from priorities.results.rows import OptionRow
from priorities.results.tiers import TierColumn

JSON = dict[str, Any]
_HEAD = ("option", "title", "votes", "plain", "equal_shares", "advised")


def as_csv(rows: Sequence[OptionRow], tiers: Sequence[TierColumn]) -> str:
    """One option in each row, with the names of the API; the votes of each tier stand in a column of their own."""
    return _written([*_HEAD, *(f"votes_{tier.label}" for tier in tiers)], _cells(rows, tiers))


def days_as_csv(cells: Sequence[DayCell]) -> str:
    """How many voted when; `others`: with those who did so on paper or by letter, whose day is not told."""
    return _written(
        ["from", "to", "voted", "others"],
        ((cell.first or "", cell.last or "", cell.voted, _yes(cell.others)) for cell in cells),
    )


def silent_as_csv(cells: Sequence[JSON]) -> str:
    """How many could vote, and did, by age band."""
    return _written(["age", "could", "voted"], ((one["label"], one["could"], one["voted"]) for one in cells))


def trend_as_csv(rounds: Sequence[JSON]) -> str:
    """How many voted in this round, and in those before it."""
    return _written(
        ["round", "title", "closed_at", "ballots", "quorum"],
        (
            (one["id"], harmless(one["title"]), clock.rfc3339(one["closed_at"]), one["ballots"], one["quorum"])
            for one in rounds
        ),
    )


def _written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """RFC 4180, as spreadsheets read it."""
    written = StringIO()
    file = csv.writer(written)
    file.writerow(head)
    file.writerows(rows)
    return BOM + written.getvalue()


def _cells(rows: Sequence[OptionRow], tiers: Sequence[TierColumn]) -> Iterator[list[str | int]]:
    for row in rows:
        shares = "" if row.shares is None else _yes(row.shares)
        counted = (row.votes, _yes(row.plain), shares, _yes(row.advised))
        yield [row.id, harmless(row.title), *counted, *(tier.votes_of(row) for tier in tiers)]


def _yes(so: bool) -> str:
    return "yes" if so else "no"
