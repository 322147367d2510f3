"""On which days people voted, as coarse as it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from foundation import language
from foundation.pages import short_day

JSON = dict[str, Any]


@dataclass(frozen=True)
class DayBar:
    """How many voted from one day to another one, both included; mostly they are the same. `mark`: below the bar."""

    label: str
    mark: str
    voted: int


def day_bars(days: Sequence[JSON]) -> list[DayBar]:
    """Of `{from, to, voted}`, in their order."""
    return [DayBar(_label(each["from"], each["to"]), _mark(each["from"]), each["voted"]) for each in days]


def _label(first: str, last: str) -> str:
    named = [short_day(date.fromisoformat(each), language.current()) for each in dict.fromkeys((first, last))]
    return " – ".join(named)


def _mark(first: str) -> str:
    return format_date(date.fromisoformat(first), "d MMM", locale=language.current())
