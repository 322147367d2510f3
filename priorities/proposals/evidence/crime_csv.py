"""A force's street-level crimes from CSV, as data.police.uk has them: each line a crime, or a bad row and why."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from foundation.cleaning import cleaned_line
from neighbourhoods.geometry import is_on_earth
from neighbourhoods.rows import BadRow

_NEEDED = ("month", "longitude", "latitude", "crime type")
_MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")
_LONGEST = 60
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Crime:
    """One crime: `category` is a slug as data.police.uk writes them. The position is anonymised, and is never shown.

    It is None where the file gives none, as it does for crimes that can't be told to belong to any place.
    """

    line: int
    month: str
    category: str
    position: tuple[float, float] | None


class _BadLine(Exception):
    """A line that can't be a crime; the message says why."""


def read_crimes(text: str) -> Iterator[Crime | BadRow]:
    """The crimes of the file in order, and its bad rows. Columns are found by their names, whatever their order."""
    columns: dict[str, int] | None = None
    for line, written in enumerate(io.StringIO(text, newline=None), 1):
        if not written.strip():
            continue
        try:
            record = _cells(written)
            if columns is None:
                columns = _columns(record)
                continue
            yield _crime(line, record, columns)
        except _BadLine as wrong:
            yield BadRow(line, str(wrong))
            if columns is None:
                return
    if columns is None:
        yield BadRow(1, "the file is empty: the first line must name the columns")


def _cells(written: str) -> list[str]:
    """A record is a line: a quotation mark that nobody closed must not swallow the good lines after it."""
    try:
        return next(csv.reader([written], strict=True))
    except csv.Error:
        raise _BadLine("a quotation mark is not closed, or stands inside a cell") from None


def _columns(header: list[str]) -> dict[str, int]:
    columns = {name.strip().lower(): place for place, name in reversed(list(enumerate(header)))}
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise _BadLine(f"this is no street file of data.police.uk: its header lacks {', '.join(missing)}")
    return columns


def _crime(line: int, record: list[str], columns: dict[str, int]) -> Crime:
    month, longitude, latitude, kind = (_cell(record, columns[name]) for name in _NEEDED)
    if not _MONTH.fullmatch(month):
        raise _BadLine(f"{month[:_SHOWN]!r} is not a month such as 2022-05")
    category = category_of(kind)
    if not category:
        raise _BadLine("the crime type is missing")
    return Crime(line, month, category, _position(latitude, longitude))


def _cell(record: list[str], place: int) -> str:
    return record[place].strip() if place < len(record) else ""


@cache
def category_of(kind: str) -> str:
    """`Anti-social behaviour` as `anti-social-behaviour`; empty for what has no letter."""
    return re.sub(r"[^a-z0-9]+", "-", cleaned_line(kind).lower()).strip("-")[:_LONGEST]


def _position(latitude: str, longitude: str) -> tuple[float, float] | None:
    if not latitude and not longitude:
        return None
    try:
        found = float(latitude.replace("_", "?")), float(longitude.replace("_", "?"))  # float() takes 5_1.4 too
    except ValueError:
        raise _BadLine(f"{latitude[:_SHOWN]!r}, {longitude[:_SHOWN]!r} is no position") from None
    if not is_on_earth(*found):
        raise _BadLine(f"{latitude[:_SHOWN]}, {longitude[:_SHOWN]} is not on earth")
    return found
