"""A result as a file for spreadsheets: one option in each row."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from foundation.spreadsheets import BOM, harmless
from priorities.results.rows import OptionRow
from priorities.results.tiers import TierColumn

_HEAD = ("option", "title", "votes", "plain", "equal_shares", "advised")


def as_csv(rows: Sequence[OptionRow], tiers: Sequence[TierColumn]) -> str:
    """RFC 4180, with the names of the API; the votes of each tier stand in a column of their own."""
    written = StringIO()
    file = csv.writer(written)
    file.writerow([*_HEAD, *(f"votes_{tier.label}" for tier in tiers)])
    file.writerows(_cells(rows, tiers))
    return BOM + written.getvalue()


def _cells(rows: Sequence[OptionRow], tiers: Sequence[TierColumn]) -> Iterator[list[str | int]]:
    for row in rows:
        shares = "" if row.shares is None else _yes(row.shares)
        counted = (row.votes, _yes(row.plain), shares, _yes(row.advised))
        yield [row.id, harmless(row.title), *counted, *(tier.votes_of(row) for tier in tiers)]


def _yes(so: bool) -> str:
    return "yes" if so else "no"
