"""What a log amounts to: counts by hour and by category, as arithmetic."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_MOST_HOURS = 48
"""Hours that are told one by one; a longer log is counted by the hour of the day."""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Hour:
    """`label`: the hour as people read it; `counts` by category, in the log's order; `total`."""

    label: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class Summary:
    """`daily`: the hours are those of the day, of all days together."""

    total: int
    categories: tuple[str, ...]
    by_category: tuple[int, ...]
    hours: tuple[Hour, ...]
    daily: bool


def summary_of(entries: Sequence[tuple[datetime, str]], categories: Sequence[str], zone: ZoneInfo) -> Summary:
    """Of entries (when, which category) in the order of time. Hours without any are there too, in between."""
    starts = _hours(entries)
    daily = len(starts) > _MOST_HOURS
    counted: Counter[tuple[datetime | int, str]] = Counter(
        (at.astimezone(zone).hour if daily else _hour(at), category) for at, category in entries
    )
    keys: Sequence[datetime | int] = range(24) if daily else starts
    labels = [f"{key:02}:00" if isinstance(key, int) else _label(key, starts, zone) for key in keys]
    rows = [tuple(counted[key, category] for category in categories) for key in keys]
    return Summary(
        total=len(entries),
        categories=tuple(categories),
        by_category=tuple(sum(column) for column in zip(*rows, strict=True)) if rows else (0,) * len(categories),
        hours=tuple(Hour(label, row, sum(row)) for label, row in zip(labels, rows, strict=True)),
        daily=daily,
    )


def _hours(entries: Sequence[tuple[datetime, str]]) -> list[datetime]:
    """Every hour from the first to the last, in UTC, where no hour is missing or there twice."""
    if not entries:
        return []
    first, last = _hour(entries[0][0]), _hour(entries[-1][0])
    return [first + _HOUR * n for n in range(int((last - first) / _HOUR) + 1)]


def _hour(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def _label(start: datetime, starts: Sequence[datetime], zone: ZoneInfo) -> str:
    """`18:00`, with the day where it begins."""
    local = start.astimezone(zone)
    is_new = start == starts[0] or local.date() != (start - _HOUR).astimezone(zone).date()
    several = starts[0].astimezone(zone).date() != starts[-1].astimezone(zone).date()
    return f"{local:%H:%M}, {local.day}.{local.month}." if is_new and several else f"{local:%H:%M}"
