"""The addresses to which letters go, from a table as a spreadsheet saves one."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from foundation.errors import Invalid
from foundation.language import _
from priorities.ballots.roll import LONGEST_HOUSE, Neighbour, neighbour_of

MOST = 500
"""Letters at a time: each is a sheet of paper."""
LONGEST = 256 * 1024
"""Bytes of a table."""
_NEEDED = ("name", "house", "postcode")
_STREET = ("street", "address", "town")


@dataclass(frozen=True)
class Address:
    """One line of the table: `line` is its number, `street` the lines between the house and the postcode."""

    line: int
    to: Neighbour
    street: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """A line that no letter is made of, and why."""

    line: int
    message: str


def read_addresses(text: str) -> tuple[list[Address], list[Refused]]:
    """The good and the bad lines of a CSV with a heading. Raises Invalid where it can't be read as a table at all."""
    if len(text.encode()) > LONGEST:
        raise too_large()
    try:
        lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=None), dialect=_dialect(text)))
    except csv.Error:
        raise _invalid(_("The table could not be read. Save it as CSV, and send it again.")) from None
    filled = [(number, cells) for number, cells in enumerate(lines, 1) if any(cell.strip() for cell in cells)]
    if len(filled) < 2:
        raise _invalid(
            _("There are no addresses in it. The first line names the columns: name, house, street, postcode.")
        )
    columns = _columns(filled[0][1])
    return checked_addresses([(number, _cells(cells, columns)) for number, cells in filled[1:]])


def checked_addresses(rows: Sequence[tuple[int, dict[str, str]]]) -> tuple[list[Address], list[Refused]]:
    """The good and the bad of rows with `name`, `house`, `postcode`, `street`. Raises Invalid for too many."""
    if len(rows) > MOST:
        raise _invalid(_("Send at most %(most)s addresses at a time.", most=MOST))
    good: list[Address] = []
    bad: list[Refused] = []
    for number, row in rows:
        try:
            street = tuple(row[name][:LONGEST_HOUSE] for name in _STREET if row.get(name))
            good.append(Address(number, neighbour_of(row["name"], row["house"], row["postcode"]), street))
        except Invalid as refusal:
            bad.append(Refused(number, " ".join(wrong.message for wrong in refusal.fields)))
    return good, bad


def too_large() -> Invalid:
    """What is said of a table that is not even read."""
    return _invalid(_("That is too large. Send at most %(most)s addresses at a time.", most=MOST))


def _dialect(text: str) -> type[csv.Dialect]:
    """A spreadsheet saves with semicolons or tabs in some countries."""
    first = text.partition("\n")[0]
    return csv.excel_tab if "\t" in first else _Semicolons if ";" in first and "," not in first else csv.excel


class _Semicolons(csv.excel):
    delimiter = ";"


def _columns(heading: list[str]) -> dict[str, int]:
    columns = {name.strip().casefold(): place for place, name in reversed(list(enumerate(heading)))}
    if missing := [name for name in _NEEDED if name not in columns]:
        raise _invalid(
            _(
                "The first line must name the columns name, house and postcode. Missing: %(names)s.",
                names=", ".join(missing),
            )
        )
    return columns


def _cells(cells: list[str], columns: dict[str, int]) -> dict[str, str]:
    return {
        name: " ".join(cells[columns[name]].split()) if columns.get(name, len(cells)) < len(cells) else ""
        for name in (*_NEEDED, *_STREET)
    }


def _invalid(sentence: str) -> Invalid:
    return Invalid.at("addresses", sentence)
