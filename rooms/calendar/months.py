"""A month as a grid of weeks, Monday first, with what is on each day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

JSON = dict[str, Any]
_MONTH = re.compile(r"(20[2-9][0-9])-(0[1-9]|1[0-2])", re.ASCII)
_FIRST, _LAST = date(2020, 1, 1), date(2099, 12, 1)


@dataclass(frozen=True)
class Day:
    """One day with its dates; `inside`: it is of the month that is shown."""

    date: date
    dates: list[JSON] = field(default_factory=list)
    inside: bool = True
    today: bool = False


@dataclass(frozen=True)
class Month:
    """A month of the calendar, by its first day."""

    first: date

    @property
    def name(self) -> str:
        """As addresses have it: `2026-11`."""
        return self.first.strftime("%Y-%m")

    @property
    def before(self) -> "Month | None":
        """None where the calendar begins."""
        return month_of(self.first - timedelta(days=1)) if self.first > _FIRST else None

    @property
    def after(self) -> "Month | None":
        """None where it ends."""
        return month_of(self.first + timedelta(days=31)) if self.first < _LAST else None

    def days(self) -> list[date]:
        """From the Monday before its first day, or on it, to the Sunday after its last, or on it."""
        monday = self.first - timedelta(days=self.first.weekday())
        last = month_of(self.first + timedelta(days=31)).first - timedelta(days=1)
        weeks = (last - monday).days // 7 + 1
        return [monday + timedelta(days=each) for each in range(weeks * 7)]


def month_of(day: date) -> Month:
    """The month that a day is in."""
    return Month(day.replace(day=1))


def asked_month(text: str, today: date) -> Month:
    """The month that an address names as `2026-11`; this month where it names none."""
    found = _MONTH.fullmatch(text)
    return Month(date(int(found[1]), int(found[2]), 1)) if found else month_of(today)


def weeks_of(month: Month, dates: Iterable[JSON], today: date, zone: ZoneInfo) -> list[list[Day]]:
    """The weeks of a month, each of seven days, with the dates that start on them on the clock of `zone`."""
    inside = month.first.month
    days = {day: Day(day, inside=day.month == inside, today=day == today) for day in month.days()}
    for each in dates:
        starts: datetime = each["starts"]
        days[starts.astimezone(zone).date()].dates.append(each)
    listed = list(days.values())
    return [listed[place : place + 7] for place in range(0, len(listed), 7)]
