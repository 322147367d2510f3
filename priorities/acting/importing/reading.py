"""Reading a file in data.police.uk’s shape: what is wrong with a row is said by its number, and the rest stays."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from foundation import clock
from foundation.errors import Invalid
from foundation.text import MAX_LENGTH
from neighbourhoods.rows import BadRow
from priorities.acting.importing.foreign_html import is_code, words_of

LONGEST_TITLE: Final = 120
_MOST: Final = 10 * MAX_LENGTH
"""Characters of HTML that are looked at: tags may be many times as long as the words."""


@dataclass(frozen=True)
class PoliceRow:
    """One priority: `line` is its number in the file, from 1. `action` is empty where nothing was done yet.

    `remarks`: what was wrong with it, though it was taken.
    """

    line: int
    issue: str
    issued_on: date | None
    action: str
    done_on: date | None
    remarks: Sequence[str] = ()

    @property
    def external_id(self) -> str:
        """The same for the same issue of the same day: data.police.uk gives none."""
        known = f"{self.issued_on or ''}\n{self.issue}"
        return hashlib.sha256(known.encode()).hexdigest()[:32]

    @property
    def title(self) -> str:
        """Its first sentence, as far as there is room."""
        first = self.issue.split("\n", 1)[0].removeprefix("- ")
        sentence, stop, _rest = first.partition(". ")
        title = (sentence if stop else first).rstrip(".")
        if len(title) <= LONGEST_TITLE:
            return title
        return title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def read_rows(text: str) -> Iterator[PoliceRow | BadRow]:
    """Each row of a file: a list of priorities, or one by itself. Raises Invalid where it is nothing of that kind."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise Invalid("This is not JSON, or it was cut off.") from None
    if isinstance(found, dict):
        found = [found]
    if not isinstance(found, list):
        raise Invalid("This is not a list of priorities: data.police.uk gives one for each neighbourhood.")
    for line, row in enumerate(found, 1):
        try:
            yield _row(line, row)
        except ValueError as wrong:
            yield BadRow(line, str(wrong))


def _row(line: int, row: Any) -> PoliceRow:
    if not isinstance(row, dict):
        raise ValueError("this is not a priority with names and values")
    (issue, of_issue), (action, of_action) = _words(row, "issue"), _words(row, "action")
    if not issue:
        raise ValueError("it has no issue, or one without words")
    if not any(letter.isalnum() for letter in issue[:LONGEST_TITLE]):
        raise ValueError("its issue begins without a word")
    remarks = [*of_issue, *of_action]
    return PoliceRow(line, issue, _day(row, "issue-date"), action, _day(row, "action-date"), remarks)


def _words(row: dict[str, Any], name: str) -> tuple[str, list[str]]:
    """The words under this name, and what is remarked about them."""
    given = row.get(name)
    if given is None:
        return "", []
    if not isinstance(given, str):
        raise ValueError(f"its {name} is not a text")
    words, unclosed = words_of(given[:_MOST])
    if len(words) > MAX_LENGTH or len(given) > _MOST:
        raise ValueError(f"its {name} is longer than {MAX_LENGTH:,} characters")
    return words, [_remark(name, tag) for tag in unclosed]


def _remark(name: str, tag: str) -> str:
    what = "left out" if is_code(tag) else "kept"
    return f"its {name} has <{tag}> that is closed nowhere: what comes after it was {what}"


def _day(row: dict[str, Any], name: str) -> date | None:
    given = row.get(name)
    if given is None or given == "":
        return None
    try:
        day = datetime.fromisoformat(given).date()
    except (TypeError, ValueError):
        raise ValueError(f"its {name} is no date: {str(given)[:40]}") from None
    if day > clock.now().date() + timedelta(days=1):
        raise ValueError(f"its {name} is still to come: {day}")
    return day
