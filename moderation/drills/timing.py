"""When a week's drill is: at a time that nobody expects and that is the same for every process."""

import hmac
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_FROM, _TO = 8, 22
"""Hours of the day on the force's clock: nobody is called out of bed for a drill."""
_WINDOW: Final = timedelta(minutes=30)
"""So long after its time a drill still begins; a server that was away takes one of the days that are left."""
_DAYS = 7


def week_of(day: date) -> str:
    """The ISO week: `2026-W47`."""
    year, week, _weekday = day.isocalendar()
    return f"{year}-W{week:02}"


def time_of_drill(secret: str, force: str, day: date, zone: ZoneInfo) -> datetime | None:
    """When a force's drill would begin on a day, in UTC; None on the days before that of its week.

    Who has not the server's secret can't foresee it.
    """
    if day.weekday() < _number(secret, force, week_of(day)) % _DAYS:
        return None
    minutes = _FROM * 60 + _number(secret, force, day.isoformat()) % ((_TO - _FROM) * 60)
    return datetime.combine(day, time(minutes // 60, minutes % 60), zone).astimezone(UTC)


def is_due(secret: str, force: str, now: datetime, zone: ZoneInfo) -> bool:
    """Whether a force's drill is to begin now, if there was none in this week."""
    begins = time_of_drill(secret, force, now.astimezone(zone).date(), zone)
    return begins is not None and begins <= now < begins + _WINDOW


def _number(secret: str, force: str, what: str) -> int:
    return int.from_bytes(hmac.digest(secret.encode(), f"drill {force} {what}".encode(), "sha256")[:8])
