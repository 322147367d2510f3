"""The rule of a series: the part of RFC 5545's RRULE that a meeting can need, read strictly.

At most one date a day, so nothing finer than DAILY; by weekdays, days of the month, months and set positions. All else
is refused with a sentence, never guessed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from foundation.errors import Invalid
from foundation.language import _

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_DATES = 1000
"""The highest COUNT: a daily surgery for nearly three years."""
_LONGEST = 300
_WIDEST = 366
_WEEKDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?\d{1,4}")


class Frequency(StrEnum):
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True)
class Rule:
    """`weekdays`: (0 or which of the month, weekday from Monday 0). `until` is the last local date it may give."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0


def parse_rule(text: str, field: str = "rule") -> Rule:
    """The rule that a text as `FREQ=WEEKLY;BYDAY=TU` means; raises Invalid, naming `field`."""
    parts = _parts(text.strip().upper().removeprefix("RRULE:"), field)
    if unknown := parts.keys() - _READERS.keys():
        sentence = _("A meeting can’t be repeated by %(part)s. Use days, weeks, months or years.", part=min(unknown))
        raise Invalid.at(field, sentence)
    try:
        given = {_READERS[name][0]: _READERS[name][1](value) for name, value in parts.items()}
        rule = Rule(**given)  # type: ignore[arg-type]  # each reader gives the type of its field
    except (ValueError, TypeError, KeyError):
        raise Invalid.at(field, _("This rule can’t be read. Write it as FREQ=WEEKLY;BYDAY=TU.")) from None
    _check(rule, field)
    return rule


def _parts(text: str, field: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in text.split(";") if pair] if len(text) <= _LONGEST else []
    parts = {name: value for name, _equals, value in pairs}
    if not parts or len(parts) != len(pairs) or not all(parts.values()):
        raise Invalid.at(field, _("This rule can’t be read. Write it as FREQ=WEEKLY;BYDAY=TU."))
    return parts


def _check(rule: Rule, field: str) -> None:
    """What can be read and still makes no sense for meetings."""
    if rule.count is not None and rule.until is not None:
        raise Invalid.at(field, _("Say how often or until when, not both."))
    if any(which for which, _day in rule.weekdays) and rule.frequency not in (Frequency.MONTHLY, Frequency.YEARLY):
        raise Invalid.at(field, _("The first or last weekday can only be asked for by month or year."))
    if rule.month_days and rule.frequency is Frequency.WEEKLY:
        raise Invalid.at(field, _("Days of the month can’t be combined with weeks."))
    others = rule.weekdays or rule.month_days or rule.months
    if rule.positions and not others:
        raise Invalid.at(
            field,
            _("This rule says which one to choose (BYSETPOS) but not from which days. Add the days, such as BYDAY=TU."),
        )


def _between(least: int, most: int, *, signed: bool = False) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not _NUMBER.fullmatch(text):
            raise ValueError(text)
        number = int(text)
        if not least <= (abs(number) if signed else number) <= most:
            raise ValueError(text)
        return number

    return read


def _each(read: Callable[[str], int]) -> Callable[[str], tuple[int, ...]]:
    return lambda text: tuple(read(part) for part in text.split(","))


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found = [_WEEKDAY.fullmatch(part) for part in text.split(",")]
    if not all(found):
        raise ValueError(text)
    return tuple((int(match[1] or 0), WEEKDAYS.index(match[2])) for match in found if match)


def _until(text: str) -> date:
    """`20270131`, or with a time, of which the day counts: at most one date a day."""
    return datetime.strptime(text[:8], "%Y%m%d").date() if len(text) in (8, 15, 16) else date.fromisoformat(text)


_READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "FREQ": ("frequency", Frequency),
    "INTERVAL": ("interval", _between(1, _WIDEST)),
    "COUNT": ("count", _between(1, MOST_DATES)),
    "UNTIL": ("until", _until),
    "BYDAY": ("weekdays", _weekdays),
    "BYMONTHDAY": ("month_days", _each(_between(1, 31, signed=True))),
    "BYMONTH": ("months", _each(_between(1, 12))),
    "BYSETPOS": ("positions", _each(_between(1, _WIDEST, signed=True))),
    "WKST": ("week_start", WEEKDAYS.index),
}
