"""A force's postcodes from CSV: each line becomes a row that can be kept, or a bad one with its reason."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from neighbourhoods.geometry import is_on_earth
from neighbourhoods.postcodes import display_postcode, find_postcode
from neighbourhoods.rows import BadRow

_NEEDED = ("postcode", "latitude", "longitude")
_SHOWN = 40


@dataclass(frozen=True)
class PostcodeRow:
    """A postcode as the file has it, normalised; `neighbourhood` is None where the boundary decides."""

    line: int
    postcode: str
    latitude: float
    longitude: float
    neighbourhood: str | None

    def bad(self, reason: str) -> BadRow:
        """This row, with something that only the database knows."""
        return BadRow(self.line, f"{display_postcode(self.postcode)}: {reason}")


class _BadLine(Exception):
    """A line that can't be a postcode; the message says why."""


def read_postcodes(text: str) -> Iterator[PostcodeRow | BadRow]:
    """The rows of the file in order, good and bad; a postcode that comes twice is bad the second time."""
    seen: dict[str, int] = {}
    columns: dict[str, int] | None = None
    for line, record in _records(text):
        try:
            if record is None:
                raise _BadLine("a quotation mark is not closed, or stands inside a cell")
            if columns is None:
                columns = _columns(record)
                continue
            row = _row(line, record, columns)
            if row.postcode in seen:
                raise _BadLine(f"{display_postcode(row.postcode)} stands on line {seen[row.postcode]} already")
        except _BadLine as wrong:
            yield BadRow(line, str(wrong))
            if columns is None:
                return
        else:
            seen[row.postcode] = line
            yield row
    if columns is None:
        yield BadRow(1, "the file is empty: the first line must name the columns")


def _records(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each line's cells with its number, empty lines left out; None where the quotes are wrong.

    A record is a line: a quotation mark that nobody closed must not swallow the good lines after it.
    """
    for line, record in enumerate(io.StringIO(text, newline=None), 1):
        if record.strip():
            try:
                yield line, next(csv.reader([record], strict=True))
            except csv.Error:
                yield line, None


def _columns(header: list[str]) -> dict[str, int]:
    columns = {name.strip().lower(): place for place, name in reversed(list(enumerate(header)))}
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise _BadLine(f"the header must name postcode, latitude and longitude; missing: {', '.join(missing)}")
    return columns


def _row(line: int, record: list[str], columns: dict[str, int]) -> PostcodeRow:
    def cell(name: str) -> str:
        place = columns.get(name, len(record))
        return record[place].strip() if place < len(record) else ""

    spelled = cell("postcode")
    postcode = find_postcode(spelled)
    if postcode is None:
        raise _BadLine(f"{spelled[:_SHOWN]!r} is not a full UK postcode" if spelled else "the postcode is missing")
    latitude, longitude = _degrees(cell("latitude"), "latitude"), _degrees(cell("longitude"), "longitude")
    if not is_on_earth(latitude, longitude):
        raise _BadLine(f"{latitude}, {longitude} is not a latitude (-90 to 90) and a longitude (-180 to 180)")
    return PostcodeRow(line, postcode, latitude, longitude, cell("neighbourhood_id") or None)


def _degrees(text: str, name: str) -> float:
    try:
        # float() takes 5_1.4 too.
        if "_" in text:
            raise ValueError
        return float(text)
    except ValueError:
        raise _BadLine(f"the {name} {text[:_SHOWN]!r} is not a number" if text else f"the {name} is missing") from None
