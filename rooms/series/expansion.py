"""The dates of a rule, looked for up to a horizon and never further.

Libraries look for the next date of a rule that has none (30 February) until the year 9999, a second or more each time.
Here each day, week, month or year until the horizon is looked at once; a test holds it against a library.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from rooms.series.rules import Frequency, Rule

_DAY = timedelta(days=1)


def dates_of(rule: Rule, first: date, horizon: date) -> Iterator[date]:
    """The dates of a rule from `first` to `horizon`, both included, in order; at most `rule.count`.

    `first` says where days, weekdays and months that the rule leaves open come from; it is a date of the series only
    where it fits the rule.
    """
    found = (day for period in _periods(rule, first, horizon) for day in _of_period(rule, first, period))
    last = min(horizon, rule.until or horizon)
    wanted = takewhile(lambda day: day <= last, (day for day in found if day >= first))
    for number, day in enumerate(wanted, start=1):
        yield day
        if number == rule.count:
            return


def _periods(rule: Rule, first: date, horizon: date) -> Iterator[tuple[date, date]]:
    """The first and last day of each period that the rule looks into."""
    begins = _begin(rule, first)
    while begins <= horizon:
        after = _next(rule.frequency, begins, 1)
        yield begins, after - _DAY
        begins = _next(rule.frequency, begins, rule.interval)


def _begin(rule: Rule, day: date) -> date:
    match rule.frequency:
        case Frequency.DAILY:
            return day
        case Frequency.WEEKLY:
            return day - timedelta(days=(day.weekday() - rule.week_start) % 7)
        case Frequency.MONTHLY:
            return day.replace(day=1)
        case Frequency.YEARLY:
            return day.replace(month=1, day=1)


def _next(frequency: Frequency, begins: date, interval: int) -> date:
    """The beginning of the period `interval` periods later."""
    match frequency:
        case Frequency.DAILY:
            return begins + timedelta(days=interval)
        case Frequency.WEEKLY:
            return begins + timedelta(weeks=interval)
        case Frequency.MONTHLY:
            years, month = divmod(begins.month - 1 + interval, 12)
            return begins.replace(year=begins.year + years, month=month + 1)
        case Frequency.YEARLY:
            return begins.replace(year=begins.year + interval)


def _of_period(rule: Rule, first: date, period: tuple[date, date]) -> list[date]:
    days = [day for day in _days(*period) if _fits(rule, first, day)]
    if not rule.positions:
        return days
    chosen = {place - 1 if place > 0 else len(days) + place for place in rule.positions}
    return [day for place, day in enumerate(days) if place in chosen]


def _days(begins: date, ends: date) -> Iterator[date]:
    while begins <= ends:
        yield begins
        begins += _DAY


def _fits(rule: Rule, first: date, day: date) -> bool:
    """Whether a day is one that the rule names; what it leaves open is as on the first day (RFC 5545, 3.3.10)."""
    if not (_month_fits(rule, first, day) and _month_day_fits(rule, first, day)):
        return False
    if rule.weekdays:
        return any(_is_weekday(rule, day, which, weekday) for which, weekday in rule.weekdays)
    return rule.frequency is not Frequency.WEEKLY or day.weekday() == first.weekday()


def _month_fits(rule: Rule, first: date, day: date) -> bool:
    if rule.months:
        return day.month in rule.months
    open_ = rule.frequency is not Frequency.YEARLY or rule.weekdays or rule.month_days
    return bool(open_) or day.month == first.month


def _month_day_fits(rule: Rule, first: date, day: date) -> bool:
    if rule.month_days:
        return day.day in rule.month_days or day.day - _days_in_month(day) - 1 in rule.month_days
    open_ = rule.frequency in (Frequency.DAILY, Frequency.WEEKLY) or rule.weekdays
    return bool(open_) or day.day == first.day


def _is_weekday(rule: Rule, day: date, which: int, weekday: int) -> bool:
    """Whether a day is this weekday, and the wanted one of its month (of its year, where no month is named)."""
    if day.weekday() != weekday:
        return False
    if not which:
        return True
    if rule.frequency is Frequency.YEARLY and not rule.months:
        begins, ends = day.replace(month=1, day=1), day.replace(month=12, day=31)
    else:
        begins, ends = day.replace(day=1), day.replace(day=_days_in_month(day))
    place = (day - begins).days // 7 + 1 if which > 0 else -((ends - day).days // 7 + 1)
    return place == which


def _days_in_month(day: date) -> int:
    return (_next(Frequency.MONTHLY, day.replace(day=1), 1) - _DAY).day
